/** What the channel says of itself: labels of its own buttons, refusals, errors. Domain words are the pack's. */
export const WORDS = {
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  share: 'Share',
  shared: 'Shared: everybody here can see it now.',
  notShared: 'I may not post here, so the answer stays with you.',
  remove: 'Remove',
  notYours: 'Only the person who asked, or somebody who moderates here, can remove this.',
  thanksForVote: 'Thank you, noted. Press the same thumb again to take it back.',
  voteTakenBack: 'Taken back.',
  voteNotKept: 'Thank you. I could not reach my store, so it is not counted.',
  relatedMenu: 'More on this …',
  choose: 'Choose a topic …',
  take: 'Take care:',
  tip: { plain: 'Tip:', cheerful: '🌱 Try this:', off: 'Tip:' },
  productLink: 'See it (commercial link)',
  sources: 'Sources:',
  oldButton:
    'That button is from an older version of me, so I cannot tell what it meant. Please ask again with /ask.',
  oldCommand: 'I do not know that command any more. /help says what I can do.',
  goneTopic: 'That topic is no longer among my cards. Please ask again with /ask.',
  failed: 'Something went wrong on my side, sorry. Please try again in a moment.',
  restarting: 'I am just restarting. Please try again in a minute.',
  publicFollows: 'Here it comes, for everybody to see.',
  forgot: (count: number) =>
    count === 0
      ? 'There was nothing to forget: I hold nothing of yours.'
      : 'Done. I have deleted what I held of our conversations and your votes.',
  notForgot: 'I could not reach my store, so nothing was deleted yet. Please try again in a while.',
  slowDown: (seconds: number) =>
    `You are asking faster than I may answer. Please try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  browse: 'Pick a subject, then a topic.',
  browseMenu: 'Subjects …',
  urgentFull: 'What to do',
  urgentPreview:
    'This message shows signs that need help now. Below is the short reply that I can post for them.',
  preview: 'Only you can see this preview.',
  previewSure: (percent: number) => `How sure I am: ${percent}%.`,
  previewUnsure: 'I am not sure enough to answer by myself. Choose a topic, if one fits.',
  previewNothing: 'I have no card that fits this message.',
  previewEmpty: 'There are no words in that message that I can read.',
  previewMenu: 'Answer with another topic …',
  post: 'Post as a reply',
  posted: 'Posted.',
  notPosted: 'I could not post here: please check that I may send messages in this channel.',
  serverOnly: 'This works only in a server that has added me.',
  managersOnly: 'Only those who manage this server can use this.',
} as const;
