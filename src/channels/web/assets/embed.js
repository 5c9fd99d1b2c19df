/**
 * Puts a chat bubble on any page: <script src="https://your-bot.example/embed.js" async></script>.
 * Loads nothing but itself until the bubble is pressed. `data-label` on the tag renames the bubble.
 */
(() => {
  const script = document.currentScript;
  const ID = 'vertebot-widget';
  const READY_WITHIN_MS = 8000;
  const STYLE = `
    /* Pixels: a rem would be measured by the page around. */
    :host { all: initial; color-scheme: light dark; }
    #bubble, #panel { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; }
    #bubble {
      min-height: 48px; padding: 11.2px 20px; border: 2px solid #fff; border-radius: 25.6px;
      background: #0b5f63; color: #fff; box-shadow: 0 4px 16px rgb(0 0 0 / 30%);
      font: 600 16px/1.3 system-ui, sans-serif; cursor: pointer;
    }
    #bubble:hover { background: #083f42; }
    #bubble:focus-visible { outline: 3px solid #0b5f63; outline-offset: 3px; }
    #panel {
      bottom: 80px; box-sizing: border-box; width: min(416px, calc(100vw - 32px));
      height: min(672px, calc(100dvh - 104px)); overflow: hidden; border: 1px solid #7d8c8c;
      border-radius: 17.6px; background: Canvas; color: CanvasText;
      box-shadow: 0 12px 40px rgb(0 0 0 / 30%); font: 16px/1.5 system-ui, sans-serif;
    }
    #panel[hidden] { display: none; }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    p { margin: 20px; }
    @media (max-width: 480px) {
      #panel { inset: 0; width: 100%; height: 100%; border: 0; border-radius: 0; }
      #panel:not([hidden]) + #bubble { display: none; }
    }`;
  if (!script || document.getElementById(ID)) return;
  const home = new URL(script.src).origin;
  const label = script.dataset.label || 'Ask a question';
  if (document.body) mount();
  else document.addEventListener('DOMContentLoaded', mount);

  function mount() {
    const host = element('div', { id: ID });
    // A root of its own: the page's styles stay outside, and these stay inside.
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const panel = element('div', { id: 'panel', hidden: '' });
    const bubble = element('button', {
      id: 'bubble',
      type: 'button',
      'aria-expanded': 'false',
      'aria-controls': 'panel',
    });
    bubble.textContent = label;
    root.append(panel, bubble);
    document.body.append(host);

    let frame;
    bubble.addEventListener('click', () => (panel.hidden ? open() : close()));
    window.addEventListener('message', (event) => {
      if (!frame || event.source !== frame.contentWindow || event.origin !== home) return;
      if (event.data?.vertebot === 'close') close();
      if (event.data?.vertebot === 'ready') ready();
    });
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !panel.hidden) close();
    });

    function open() {
      panel.hidden = false;
      bubble.setAttribute('aria-expanded', 'true');
      if (!frame) {
        frame = element('iframe', { title: label, src: `${home}/widget` });
        panel.append(frame);
        setTimeout(sayIfRefused, READY_WITHIN_MS);
      } else ready();
    }

    function close() {
      panel.hidden = true;
      bubble.setAttribute('aria-expanded', 'false');
      bubble.focus();
    }

    function ready() {
      frame.dataset.ready = 'yes';
      if (panel.hidden) return;
      frame.focus();
      frame.contentWindow.postMessage({ vertebot: 'opened' }, home);
    }

    /** The browser does not tell why a frame stayed empty: most likely this page is not on the list. */
    function sayIfRefused() {
      if (frame.dataset.ready) return;
      const link = element('a', { href: `${home}/`, target: '_blank', rel: 'noopener' });
      link.textContent = 'Open the chat in a new tab';
      const note = element('p', { role: 'alert' });
      note.append('The chat cannot be shown on this page. ', link);
      panel.replaceChildren(note);
    }
  }

  function element(name, attributes) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }
})();
