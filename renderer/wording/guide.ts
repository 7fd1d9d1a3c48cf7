// What the guide to a client of one's own says. What stands on Google's pages comes from `googleWords`, untranslated.
import { type GuideStep, guideSteps } from '../../electron/contract/guide.ts';
import { googleWords as words } from '../guide/google-words.ts';
import { translate } from './translate.ts';

const steps = guideSteps.length;

const names: Readonly<Record<GuideStep, string>> = {
  project: translate('guide.project.name'),
  api: translate('guide.api.name'),
  branding: translate('guide.branding.name'),
  audience: translate('guide.audience.name'),
  client: translate('guide.client.name'),
  file: translate('guide.file.name'),
  connect: translate('guide.connect.name'),
};

const account = translate('guide.connect.account');
const allowed = [translate('guide.connect.tick', words), translate('guide.connect.finish', words)] as const;

export const guide = {
  name: translate('guide.name'),
  steps: translate('guide.steps'),
  progress: (step: number) => translate('guide.progress', { step, steps }),
  goesOn: (step: number) => translate('guide.goesOn', { step, steps }),
  toStart: translate('guide.toStart'),
  toMailbox: translate('guide.toMailbox'),
  haveFile: translate('guide.haveFile'),
  previous: translate('guide.previous'),
  next: translate('guide.next'),
  retry: translate('guide.retry'),
  open: (page: string) => translate('guide.open', { page }),
  opened: translate('guide.opened'),
  toStep: (step: GuideStep) => translate('guide.toStep', { step: guideSteps.indexOf(step) + 1, name: names[step] }),
  showHow: translate('guide.showHow'),
  names,

  project: {
    title: translate('guide.project.title'),
    why: translate('guide.project.why'),
    picture: translate('guide.project.picture'),
    todo: [
      translate('guide.project.do1', words),
      translate('guide.project.do2', words),
      translate('guide.project.do3', words),
      translate('guide.project.do4', words),
    ],
    field: translate('guide.project.field'),
    hint: translate('guide.project.hint'),
    good: translate('guide.project.good'),
    bad: translate('guide.project.bad', { least: 6, most: 30 }),
  },
  api: {
    title: translate('guide.api.title'),
    why: translate('guide.api.why'),
    picture: translate('guide.api.picture'),
    todo: [translate('guide.api.do1'), translate('guide.api.do2', words)],
    project: (project: string) => translate('guide.api.project', { project }),
    late: translate('guide.api.late'),
  },
  branding: {
    title: translate('guide.branding.title'),
    why: translate('guide.branding.why'),
    picture: translate('guide.branding.picture'),
    todo: [
      translate('guide.branding.do1', words),
      translate('guide.branding.do2', words),
      translate('guide.branding.do3', words),
      translate('guide.branding.do4', words),
      translate('guide.branding.do5', words),
    ],
  },
  audience: {
    title: translate('guide.audience.title'),
    why: translate('guide.audience.why'),
    choice: translate('guide.audience.choice'),
    published: {
      name: translate('guide.audience.published'),
      note: translate('guide.audience.publishedNote', { people: 100 }),
      picture: translate('guide.audience.picturePublished'),
      todo: [translate('guide.audience.published1', words), translate('guide.audience.published2', words)],
    },
    testers: {
      name: translate('guide.audience.testers'),
      note: translate('guide.audience.testersNote'),
      picture: translate('guide.audience.pictureTesters'),
      todo: [
        translate('guide.audience.testers1', words),
        translate('guide.audience.testers2'),
        translate('guide.audience.testers3', words),
      ],
    },
    internal: {
      name: translate('guide.audience.internal'),
      note: translate('guide.audience.internalNote'),
      picture: translate('guide.audience.pictureInternal'),
      todo: [translate('guide.audience.internal1', words)],
    },
  },
  client: {
    title: translate('guide.client.title'),
    why: translate('guide.client.why'),
    picture: translate('guide.client.picture'),
    todo: [
      translate('guide.client.do1', words),
      translate('guide.client.do2', words),
      translate('guide.client.do3', words),
      translate('guide.client.do4', words),
    ],
  },
  file: {
    title: translate('guide.file.title'),
    why: translate('guide.file.why'),
    before: translate('guide.file.before'),
    other: (file: string, typed: string) => translate('guide.file.other', { file, typed }),
    goOnWith: (file: string) => translate('guide.file.goOnWith', { file }),
    again: translate('guide.file.again'),
    missing: translate('guide.file.missing'),
  },
  connect: {
    title: translate('guide.connect.title'),
    why: translate('guide.connect.why'),
    open: translate('guide.connect.open'),
    published: {
      picture: translate('guide.connect.picturePublished'),
      todo: [account, translate('guide.connect.advanced', words), translate('guide.connect.unsafe', words), ...allowed],
    },
    testers: {
      picture: translate('guide.connect.pictureTesters'),
      todo: [account, translate('guide.connect.tested', words), ...allowed],
    },
    internal: { picture: translate('guide.connect.pictureInternal'), todo: [account, ...allowed] },
  },
  trouble: {
    name: translate('guide.trouble.name'),
    tester: translate('guide.trouble.tester'),
    organisation: translate('guide.trouble.organisation'),
    policy: translate('guide.trouble.policy'),
    client: translate('guide.trouble.client'),
    type: translate('guide.trouble.type'),
    wrongAccount: translate('guide.trouble.wrongAccount'),
    account: translate('guide.trouble.account', words),
    openAgain: translate('guide.trouble.openAgain'),
  },
} as const;
