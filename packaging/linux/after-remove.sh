#!/bin/sh
# After the package is gone (deb: postrm, rpm: %postun). electron-builder fills in what stands in braces.
# deb says remove, purge, upgrade and so on; rpm says how many are left.
set -u

case "$1" in
  remove | purge | 0) ;;
  *) exit 0 ;; # a newer one takes its place
esac

if type update-alternatives >/dev/null 2>&1; then
  update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}' || true
fi
if [ -L '/usr/bin/${executable}' ] && [ ! -e '/usr/bin/${executable}' ]; then
  rm -f '/usr/bin/${executable}'
fi

PROFILE='/etc/apparmor.d/${executable}'
if [ -f "$PROFILE" ]; then
  if apparmor_status --enabled >/dev/null 2>&1; then
    if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; } && type apparmor_parser >/dev/null 2>&1; then
      apparmor_parser --remove "$PROFILE" || true
    fi
  fi
  rm -f "$PROFILE"
fi

# No token stays. Debian keeps what people have until they purge; rpm knows no such step.
# Each person's files are removed as that person: root must not follow what lies in somebody's folder.
if [ "$1" != remove ] && type getent >/dev/null 2>&1 && type runuser >/dev/null 2>&1; then
  getent passwd | while IFS=: read -r user _ id _ _ home _; do
    if [ "$id" -ge 1000 ] && [ -d "$home/.config/Porthole/accounts" ]; then
      runuser -u "$user" -- /bin/sh -c 'rm -f -- "$1"/.config/Porthole/accounts/*/grant*.bin*' sh "$home" </dev/null || true
    fi
  done
fi
exit 0
