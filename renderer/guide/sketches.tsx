// What each page of Google's looks like, as far as one has to find something on it.
import type { ReactNode } from 'react';
import type { Audience } from '../../electron/contract/guide.ts';
import { googleWords as words } from './google-words.ts';
import { Box, Field, Heading, Lines, Menu, Pick, Press, Row, Sketch, Words } from './sketch.tsx';

interface Drawn {
  readonly label: string;
}

const host = 'console.cloud.google.com';
const address = 'you@gmail.com';

export function ProjectSketch({ label }: Drawn) {
  return (
    <Sketch label={label} address={`${host}/projectcreate`}>
      <Heading>{words.newProject}</Heading>
      <Field mark={2} name={words.projectName} value="Porthole" />
      <Words mark={3}>{`${words.projectId}: porthole-471213`}</Words>
      <Field name={words.location} value={words.noOrganization} />
      <Press mark={4} weight="main">
        {words.create}
      </Press>
    </Sketch>
  );
}

export function ApiSketch({ label }: Drawn) {
  return (
    <Sketch label={label} address={`${host}/apis/library/gmail.googleapis.com`}>
      <Words mark={1}>Porthole ▾</Words>
      <Heading>{words.gmailApi}</Heading>
      <Lines />
      <Press mark={2} weight="main">
        {words.enable}
      </Press>
    </Sketch>
  );
}

const menu = [words.branding, words.audience, words.clients] as const;

export function BrandingSketch({ label }: Drawn) {
  return (
    <Sketch label={label} address={`${host}/auth/branding`}>
      <Row>
        <Words>{words.notConfigured}</Words>
        <Press mark={1} weight="main">
          {words.getStarted}
        </Press>
      </Row>
      <Box>
        <Heading>{words.appInformation}</Heading>
        <Row>
          <Field mark={2} name={words.appName} value="Porthole" />
          <Field mark={2} name={words.supportEmail} value={address} />
        </Row>
      </Box>
      <Box>
        <Heading>{words.audience}</Heading>
        <Pick mark={3} as="radio">
          {words.external}
        </Pick>
      </Box>
      <Box>
        <Field mark={4} name={words.emailAddresses} value={address} />
        <Pick mark={5} as="tick">
          {words.policy}
        </Pick>
        <Press mark={5} weight="main">
          {words.create}
        </Press>
      </Box>
    </Sketch>
  );
}

const audienceParts: Readonly<Record<Audience, ReactNode>> = {
  published: (
    <>
      <Heading>{words.publishingStatus}</Heading>
      <Row>
        <Words>{words.testing}</Words>
        <Press mark={1}>{words.publishApp}</Press>
      </Row>
      <Box>
        <Heading>{words.pushToProduction}</Heading>
        <Lines />
        <Press mark={2} weight="main">
          {words.confirm}
        </Press>
      </Box>
    </>
  ),
  testers: (
    <>
      <Heading>{words.testUsers}</Heading>
      <Press mark={1}>{`+ ${words.addUsers}`}</Press>
      <Box>
        <Heading>{words.addUsers}</Heading>
        <Field mark={2} name={words.emailAddresses} value={address} />
        <Press mark={3} weight="main">
          {words.save}
        </Press>
      </Box>
    </>
  ),
  internal: (
    <>
      <Heading>{words.userType}</Heading>
      <Words mark={1}>{words.internal}</Words>
      <Lines />
    </>
  ),
};

export function AudienceSketch({ label, audience }: Drawn & { readonly audience: Audience }) {
  return (
    <Sketch label={label} address={`${host}/auth/audience`}>
      <Menu entries={menu} current={words.audience}>
        {audienceParts[audience]}
      </Menu>
    </Sketch>
  );
}

export function ClientSketch({ label }: Drawn) {
  return (
    <Sketch label={label} address={`${host}/auth/clients`}>
      <Menu entries={menu} current={words.clients}>
        <Press mark={1}>{`+ ${words.createClient}`}</Press>
        <Field mark={2} name={words.applicationType} value={words.desktopApp} />
        <Press mark={3} weight="main">
          {words.create}
        </Press>
        <Box>
          <Heading>{words.clientCreated}</Heading>
          <Row>
            <Press mark={4}>{`↓ ${words.downloadJson}`}</Press>
            <Press>{words.ok}</Press>
          </Row>
        </Box>
      </Menu>
    </Sketch>
  );
}

const warnings: Readonly<Record<Audience, ReactNode>> = {
  published: (
    <Box>
      <Heading>{words.unverified}</Heading>
      <Lines />
      <Words mark={2}>{words.advanced}</Words>
      <Words mark={3}>{words.unsafe}</Words>
    </Box>
  ),
  testers: (
    <Box>
      <Heading>{words.unverified}</Heading>
      <Lines />
      <Words mark={2}>{words.continue}</Words>
    </Box>
  ),
  internal: null,
};

const marks: Readonly<Record<Audience, number>> = { published: 4, testers: 3, internal: 2 };

export function ConsentSketch({ label, audience }: Drawn & { readonly audience: Audience }) {
  return (
    <Sketch label={label} address="accounts.google.com">
      <Heading>{words.chooseAccount}</Heading>
      <Words mark={1}>{address}</Words>
      {warnings[audience]}
      <Box>
        <Heading>{words.wants}</Heading>
        <Pick mark={marks[audience]} as="tick">
          {words.readMail}
        </Pick>
        <Press mark={marks[audience] + 1} weight="main">
          {words.continue}
        </Press>
      </Box>
    </Sketch>
  );
}
