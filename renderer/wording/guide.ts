// What the guide to a client of one's own says. What stands on Google's pages comes from `googleWords`, untranslated.
// Loaded with the guide.
import './later.ts';
import { type GuideStep, guideSteps, projectLength } from '../../electron/contract/guide.ts';
import { googleWords as words } from '../guide/google-words.ts';
import { translate } from './translate.ts';

const steps = guideSteps.length;

const names: Readonly<Record<GuideStep, string>> = {
  project: translate('later.guide.project.name'),
  api: translate('later.guide.api.name'),
  branding: translate('later.guide.branding.name'),
  audience: translate('later.guide.audience.name'),
  client: translate('later.guide.client.name'),
  file: translate('later.guide.file.name'),
  connect: translate('later.guide.connect.name'),
};

const account = translate('later.guide.connect.account');
const allowed = [translate('later.guide.connect.tick', words), translate('later.guide.connect.finish', words)] as const;

export const guide = {
  name: translate('later.guide.name'),
  steps: translate('later.guide.steps'),
  progress: (step: number) => translate('later.guide.progress', { step, steps }),
  toStart: translate('later.guide.toStart'),
  toMailbox: translate('later.guide.toMailbox'),
  haveFile: translate('later.guide.haveFile'),
  previous: translate('later.guide.previous'),
  next: translate('later.guide.next'),
  retry: translate('later.guide.retry'),
  open: (page: string) => translate('later.guide.open', { page }),
  opened: translate('later.guide.opened'),
  toStep: (step: GuideStep) =>
    translate('later.guide.toStep', { step: guideSteps.indexOf(step) + 1, name: names[step] }),
  names,

  project: {
    title: translate('later.guide.project.title'),
    why: translate('later.guide.project.why'),
    picture: translate('later.guide.project.picture'),
    todo: [
      translate('later.guide.project.do1', words),
      translate('later.guide.project.do2', words),
      translate('later.guide.project.do3', words),
      translate('later.guide.project.do4', words),
    ],
    field: translate('later.guide.project.field'),
    hint: translate('later.guide.project.hint'),
    good: translate('later.guide.project.good'),
    bad: translate('later.guide.project.bad', projectLength),
  },
  api: {
    title: translate('later.guide.api.title'),
    why: translate('later.guide.api.why'),
    picture: translate('later.guide.api.picture'),
    todo: [translate('later.guide.api.do1'), translate('later.guide.api.do2', words)],
    project: (project: string) => translate('later.guide.api.project', { project }),
    late: translate('later.guide.api.late'),
  },
  branding: {
    title: translate('later.guide.branding.title'),
    why: translate('later.guide.branding.why'),
    picture: translate('later.guide.branding.picture'),
    todo: [
      translate('later.guide.branding.do1', words),
      translate('later.guide.branding.do2', words),
      translate('later.guide.branding.do3', words),
      translate('later.guide.branding.do4', words),
      translate('later.guide.branding.do5', words),
    ],
  },
  audience: {
    title: translate('later.guide.audience.title'),
    why: translate('later.guide.audience.why'),
    choice: translate('later.guide.audience.choice'),
    published: {
      name: translate('later.guide.audience.published'),
      note: translate('later.guide.audience.publishedNote', { people: 100 }),
      picture: translate('later.guide.audience.picturePublished'),
      todo: [translate('later.guide.audience.published1', words), translate('later.guide.audience.published2', words)],
    },
    testers: {
      name: translate('later.guide.audience.testers'),
      note: translate('later.guide.audience.testersNote'),
      picture: translate('later.guide.audience.pictureTesters'),
      todo: [
        translate('later.guide.audience.testers1', words),
        translate('later.guide.audience.testers2'),
        translate('later.guide.audience.testers3', words),
      ],
    },
    internal: {
      name: translate('later.guide.audience.internal'),
      note: translate('later.guide.audience.internalNote'),
      picture: translate('later.guide.audience.pictureInternal'),
      todo: [translate('later.guide.audience.internal1', words)],
    },
  },
  client: {
    title: translate('later.guide.client.title'),
    why: translate('later.guide.client.why'),
    picture: translate('later.guide.client.picture'),
    todo: [
      translate('later.guide.client.do1', words),
      translate('later.guide.client.do2', words),
      translate('later.guide.client.do3', words),
      translate('later.guide.client.do4', words),
    ],
  },
  file: {
    title: translate('later.guide.file.title'),
    why: translate('later.guide.file.why'),
    before: translate('later.guide.file.before'),
    other: (file: string, typed: string) => translate('later.guide.file.other', { file, typed }),
    goOnWith: (file: string) => translate('later.guide.file.goOnWith', { file }),
    again: translate('later.guide.file.again'),
    missing: translate('later.guide.file.missing'),
  },
  connect: {
    title: translate('later.guide.connect.title'),
    why: translate('later.guide.connect.why'),
    open: translate('later.guide.connect.open'),
    published: {
      picture: translate('later.guide.connect.picturePublished'),
      todo: [
        account,
        translate('later.guide.connect.advanced', words),
        translate('later.guide.connect.unsafe', words),
        ...allowed,
      ],
    },
    testers: {
      picture: translate('later.guide.connect.pictureTesters'),
      todo: [account, translate('later.guide.connect.tested', words), ...allowed],
    },
    internal: { picture: translate('later.guide.connect.pictureInternal'), todo: [account, ...allowed] },
  },
  trouble: {
    name: translate('later.guide.trouble.name'),
    tester: translate('later.guide.trouble.tester'),
    organisation: translate('later.guide.trouble.organisation'),
    policy: translate('later.guide.trouble.policy'),
    client: translate('later.guide.trouble.client'),
    type: translate('later.guide.trouble.type'),
    wrongAccount: translate('later.guide.trouble.wrongAccount'),
    account: translate('later.guide.trouble.account', words),
    openAgain: translate('later.guide.trouble.openAgain'),
  },
} as const;
