; What Porthole has asked Windows for, and what Windows keeps of its notifications, goes with it. Not when a newer one takes its place.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "org.porthole.app"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "org.porthole.app"
    DeleteRegKey HKCU "Software\Classes\CLSID\{6F2A0C1E-5B7D-4E0B-9B1F-7C6E0D3A92B4}"
  ${endIf}
!macroend
