import { describe, expect, it, onTestFinished } from 'vitest';
import { discordCommand } from '../../src/commands/discord.js';
import { inviteCommand } from '../../src/commands/invite.js';
import { registerCommand } from '../../src/commands/register.js';
import { ConfigError, UsageError } from '../../src/errors.js';
import { openStores } from '../../src/storage/open.js';
import { catalogue, StandInBot, suggest } from '../channels/discord/stand-in.js';
import { FakeDiscord } from '../fakes/discord/fake-discord.js';
import { People, until } from '../fakes/discord/people.js';
import { APPLICATION } from '../fakes/discord/world.js';

async function discord() {
  const fake = await FakeDiscord.start();
  onTestFinished(() => fake.stop());
  return { fake, config: { token: fake.token, apiBase: fake.api } };
}

/** Runs a command and gathers what it prints. */
function printing() {
  const printed: string[] = [];
  return { printed, io: { out: (text: string) => void printed.push(text), err: () => {} } };
}

describe('vertebot register', () => {
  it('sends the commands when they have changed, and says so', async () => {
    const { fake, config } = await discord();
    const { printed, io } = printing();
    for (let time = 0; time < 2; time++) await registerCommand(config)([], io);
    expect(printed).toEqual([
      'The commands have been registered.',
      'Discord has these commands already.',
    ]);
    expect(fake.rest.commandWrites).toBe(1);
  });

  it('says what is wrong with the token, and what to do without one', async () => {
    const { config } = await discord();
    const { io } = printing();
    const wrong = registerCommand({ ...config, token: 'wrong' })([], io);
    await expect(wrong).rejects.toThrow(/does not accept DISCORD_TOKEN/);
    await expect(registerCommand(undefined)([], io)).rejects.toThrow(ConfigError);
  });
});

describe('vertebot invite', () => {
  it('prints a link for a server and one for a person', async () => {
    const { config } = await discord();
    const { printed, io } = printing();
    await inviteCommand(config)([], io);
    expect(printed[0]).toContain(`client_id=${APPLICATION}&permissions=`);
    expect(printed[0]).toContain('scope=bot+applications.commands&integration_type=0');
    expect(printed[1]).toContain('scope=applications.commands&integration_type=1');
    expect(printed[1]).not.toContain('permissions');
  });

  it('needs no token for an application that is named', async () => {
    const { printed, io } = printing();
    await inviteCommand(undefined)(['123456789012345678'], io);
    expect(printed[0]).toContain('client_id=123456789012345678');
    await expect(inviteCommand(undefined)(['me'], io)).rejects.toThrow(UsageError);
    await expect(inviteCommand(undefined)([], io)).rejects.toThrow(/vertebot invite ID/);
  });
});

describe('vertebot discord', () => {
  async function running() {
    const { fake, config } = await discord();
    const stores = await openStores();
    let stop = () => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    let closed = false;
    const quiet = () => {};
    const command = discordCommand({
      config,
      open: async () => ({
        ...{ bot: new StandInBot(), catalogue, suggest, stores },
        close: async () => {
          closed = true;
          await stores.close();
        },
      }),
      logger: { info: quiet, warn: quiet, error: quiet },
      clock: Date.now,
      untilStopped: () => stopped,
    });
    const run = command([], printing().io);
    await until(() => fake.rest.commandWrites === 1, 'not started');
    return { fake, run, stop, isClosed: () => closed };
  }

  it('answers until it is asked to stop, then closes everything', async () => {
    const { fake, run, stop, isClosed } = await running();
    const { data } = await new People(fake).slash('ask', { question: 'tea?' });
    expect(JSON.stringify(data)).toContain('Tea and its leaves');
    stop();
    expect(await run).toBe(0);
    expect(isClosed()).toBe(true);
    expect(fake.gateway.connections).toBe(0);
  });

  it('ends with the reason when Discord will not have it back', async () => {
    const { fake, run, isClosed } = await running();
    fake.gateway.close(4014);
    await expect(run).rejects.toThrow(/4014.*Message Content Intent/);
    expect(isClosed()).toBe(true);
  });

  it('says what to do without a token', async () => {
    const command = discordCommand({ config: undefined } as never);
    await expect(command([], printing().io)).rejects.toThrow(/DISCORD_TOKEN is not set/);
  });
});
