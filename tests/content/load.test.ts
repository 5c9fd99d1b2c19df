import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/content/load.js';
import { ContentError, formatProblem } from '../../src/errors.js';
import { type Changes, writePack } from './fixture.js';

/** What the loader says of a pack with these changes, one string a problem. */
async function complaints(changes: Changes): Promise<string[]> {
  try {
    await loadPack(writePack(changes));
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(formatProblem);
  }
}

const OAK = 'trees/oak.yaml';
const swap = (from: string, to: string) => (text: string) => text.replace(from, to);

describe('a good pack', () => {
  it('holds every topic, sorted, with the kind of its folder', async () => {
    const pack = await loadPack(writePack());
    expect(pack.topics.map(({ id, category, kind }) => [id, category, kind])).toEqual([
      ['chat/hello', 'chat', 'chat'],
      ['trees/ash', 'trees', 'card'],
      ['trees/elm', 'trees', 'card'],
      ['trees/oak', 'trees', 'card'],
      ['trees/yew', 'trees', 'card'],
      ['urgent/fire', 'urgent', 'urgent'],
    ]);
  });

  it('holds the lists as plain data', async () => {
    const pack = await loadPack(writePack());
    expect(pack.sources.kew?.title).toBe('The tree book');
    expect(pack.products['bird-box']?.topic).toBe('trees/oak');
    expect(pack.lexicon[1]).toEqual({ id: 'concept-1', say: 'it', phrases: ['phrase 1'] });
    expect(pack.outOfScope).toHaveLength(600);
    expect(Object.keys(pack.safety.examples)).toEqual(['fire']);
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
  });
});

describe('a broken file', () => {
  it.each<[string, string, Changes, string]>([
    [
      'YAML that does not parse',
      'pack/trees/oak.yaml:6: cannot be read as YAML',
      { [OAK]: swap('sources: [kew]', 'sources: [kew') },
      'correct this line or the one above',
    ],
    [
      'a field given twice',
      'pack/trees/oak.yaml:3: cannot be read as YAML: map keys must be unique',
      { [OAK]: swap('label: The oak\n', 'label: The oak\nlabel: An oak\n') },
      'keep one of the two fields',
    ],
    [
      'an alias without an anchor',
      'pack/trees/oak.yaml: cannot be read as YAML',
      { [OAK]: swap('label: The oak', 'label: *nothing') },
      'write the value out in full',
    ],
    [
      'a missing field',
      'pack/trees/oak.yaml:1 label: is missing; add it',
      { [OAK]: swap('label: The oak\n', '') },
      '',
    ],
    [
      'a missing field inside a list',
      'pack/trees/oak.yaml:7 points[0].text: is missing; add it',
      { [OAK]: swap('    text: It has bark and leaves.\n', '') },
      '',
    ],
    [
      'a field nobody knows',
      'pack/trees/oak.yaml:3 lable: is not a field that belongs here',
      { [OAK]: swap('label: The oak\n', 'label: The oak\nlable: Oak\n') },
      'correct its spelling, or remove it',
    ],
    [
      'a title that is too long',
      'pack/trees/oak.yaml:1 title: is too long: at most 60 characters; shorten it',
      { [OAK]: swap('title: All', `title: ${'Very '.repeat(20)}`) },
      '',
    ],
    [
      'a list that is too short',
      'pack/trees/oak.yaml:23 related: is too short: at least 3 entries; add to it',
      { [OAK]: swap('related: [trees/ash, trees/elm, trees/yew]', 'related: [trees/ash]') },
      '',
    ],
    [
      'a number where words belong',
      'pack/trees/oak.yaml:2 label: must be a text; write words, in quotes',
      { [OAK]: swap('label: The oak', 'label: 2026') },
      '',
    ],
    [
      'words where a list belongs',
      'pack/trees/oak.yaml:23 related: must be a list',
      { [OAK]: swap('related: [trees/ash, trees/elm, trees/yew]', 'related: trees/ash') },
      'write each entry on its own line',
    ],
    [
      'a kind of point that does not exist',
      'pack/trees/oak.yaml:7 points[0].about: must be one of what, why, how-much',
      { [OAK]: swap('about: what', 'about: whatever') },
      'pick one of these',
    ],
    [
      'a claim without a source',
      'pack/trees/oak.yaml:12 points[1].sources: names no source; add one of the ids',
      { [OAK]: swap('    sources:\n      - kew\n', '    sources: []\n') },
      '',
    ],
    [
      'an address that is none',
      'pack/sources.yaml:5 sources.kew.url: is not a web address',
      { 'sources.yaml': swap('https://kew.example/trees', 'kew.example') },
      'from https:// on',
    ],
    [
      'a concept with a name of several words',
      'pack/lexicon.yaml:1 concept 0: must be lower-case words joined by hyphens',
      { 'lexicon.yaml': swap('concept-0', 'concept 0') },
      '',
    ],
  ])('names %s and its line', async (_, where, changes, mend) => {
    const found = await complaints(changes);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(where);
    expect(found[0]).toContain(mend);
  });
});

describe('files that do not agree', () => {
  it.each<[string, string, Changes]>([
    [
      'a related topic that does not exist',
      'pack/trees/oak.yaml:23 related[1]: names shrubs/elm, which is no topic; did you mean trees/elm?',
      { [OAK]: swap('trees/elm', 'shrubs/elm') },
    ],
    [
      'a topic related to itself',
      'pack/trees/oak.yaml:23 related[1]: names the topic itself; name another topic',
      { [OAK]: swap('trees/elm', 'trees/oak') },
    ],
    [
      'a related topic named twice',
      'pack/trees/oak.yaml:23 related[1]: names trees/ash a second time; remove one of the two',
      { [OAK]: swap('trees/elm', 'trees/ash') },
    ],
    [
      'a source that is not listed',
      'pack/trees/oak.yaml:13 points[1].sources[0]: names queue, which is not in sources.yaml',
      { [OAK]: swap('      - kew', '      - queue') },
    ],
    [
      'a part that the article does not have',
      'pack/trees/oak.yaml:9 points[0].sources[1]: names article:P2, a part that the article does not have',
      { [OAK]: swap('article:P1', 'article:P2') },
    ],
    [
      'a source in a product that is not listed',
      'pack/products.yaml:7 products.bird-box.sources[0]: names queue',
      { 'products.yaml': swap('[kew]', '[queue]') },
    ],
    [
      'a product that is not listed',
      'pack/trees/oak.yaml:24 products[0]: names owl-box, which is not in products.yaml',
      { [OAK]: swap('utterances:', 'products: [owl-box]\nutterances:') },
    ],
    [
      'a product whose card is missing',
      'pack/products.yaml:6 products.bird-box.topic: names trees/fir, which is no topic',
      { 'products.yaml': swap('trees/oak', 'trees/fir') },
    ],
    [
      'a label that two topics share',
      'pack/trees/oak.yaml:2 label: is also the label of pack/trees/elm.yaml; reword one of the two',
      { [OAK]: swap('The oak', 'the ELM') },
    ],
    [
      'a file that is no topic and no list',
      'pack/notes.yaml: is not a file that belongs here',
      { 'notes.yaml': 'a: b' },
    ],
    [
      'a topic with a name that makes no id',
      'pack/trees/Oak 2.yaml: is not a file that belongs here; name it category/name.yaml',
      { 'trees/Oak 2.yaml': 'a: b' },
    ],
    [
      'a stranger among the safety files',
      'pack/safety/other.yaml: is not a file that belongs here; the files of this folder are vocabulary.yaml',
      { 'safety/other.yaml': 'a: b' },
    ],
    ['a list that is missing', 'pack/lexicon.yaml: is missing; add it', { 'lexicon.yaml': null }],
    [
      'safety examples that are missing',
      'pack/safety/examples/*.yaml: is missing; add it',
      { 'safety/examples/fire.yaml': null },
    ],
  ])('name %s', async (_, problem, changes) => {
    const found = await complaints(changes);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(problem);
  });

  it('blame no claim when the list of sources itself cannot be read', async () => {
    const found = await complaints({ 'sources.yaml': 'sources: [' });
    expect(found.every((problem) => problem.startsWith('pack/sources.yaml:1'))).toBe(true);
  });
});

describe('a pack with many faults', () => {
  it('names all of them at once, by file and line', async () => {
    const found = await complaints({
      [OAK]: (text) => text.replace('label: The oak\n', '').replace('trees/elm', 'trees/fir'),
      'trees/elm.yaml': swap('title: All about the elm', 'title: [1'),
      'wording.yaml': null,
    });
    expect(found.map((problem) => problem.split(' ')[0])).toEqual(
      expect.arrayContaining([
        'pack/trees/elm.yaml:2:',
        'pack/trees/oak.yaml:1',
        'pack/trees/oak.yaml:22',
        'pack/wording.yaml:',
      ]),
    );
    expect(found).toEqual(found.toSorted());
  });

  it('that cannot be found is one problem with its mend', async () => {
    await expect(loadPack('/nowhere/at/all')).rejects.toThrow(
      /^all: the pack cannot be read .*; name the folder that holds the topics/,
    );
  });
});
