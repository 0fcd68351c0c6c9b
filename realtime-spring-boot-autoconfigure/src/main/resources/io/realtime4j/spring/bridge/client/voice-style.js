// Not an element: a content security policy may forbid those
const STYLE = new CSSStyleSheet();

STYLE.replaceSync(`
	:host {
		--accent: var(--realtime-accent, light-dark(#2f5d50, #8fcbb4));
		--on-accent: var(--realtime-on-accent, light-dark(#fff, #10201a));
		--mine: var(--realtime-user, light-dark(#b5432a, #f0957c));
		--on-mine: var(--realtime-on-user, light-dark(#fff, #2a0f07));
		--card: var(--realtime-background, light-dark(#fffdf9, #1b1f1c));
		--paper: var(--realtime-surface, light-dark(#f6f3ec, #131614));
		--bubble: var(--realtime-bubble, light-dark(#e2ece6, #24372f));
		--ink: var(--realtime-text, light-dark(#20251f, #ece9e1));
		--soft: var(--realtime-muted, light-dark(#5c6259, #a9afa6));
		--line: var(--realtime-border, light-dark(#e3ddd0, #343b35));
		--edge: var(--realtime-control-border, light-dark(#858b80, #848b83));
		--warn: var(--realtime-warning, light-dark(#93361f, #f4aa94));
		--good: light-dark(#2f7d57, #7fcfa3);
		--busy: light-dark(#a86f0c, #e5b152);
		--radius: var(--realtime-radius, 18px);
		--level: 0;
		display: block; max-width: 44rem; container-type: inline-size;
		font: var(--realtime-font, 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif);
	}
	:host([hidden]), [hidden] { display: none !important; }
	* { box-sizing: border-box; }
	p, ol, dl, dd { margin: 0; padding: 0; }
	ol { list-style: none; }
	button, textarea { font: inherit; color: inherit; }
	button { cursor: pointer; }
	button:disabled { cursor: default; }
	:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
	svg {
		flex: none; width: 22px; height: 22px; fill: none; stroke: currentcolor; stroke-width: 1.8; stroke-linecap: round;
		stroke-linejoin: round;
	}
	.unseen {
		position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
	}

	.panel {
		position: relative; display: flex; flex-direction: column; overflow: hidden;
		max-height: var(--realtime-max-height, max(18rem, min(86dvh, 46rem)));
		border: 1px solid var(--line); border-radius: var(--radius); background: var(--card); color: var(--ink);
	}
	.captions { flex: 1 1 auto; min-height: 4.5rem; overflow-y: auto; overscroll-behavior: contain; padding: 18px; }
	.captions:focus-visible { outline-offset: -3px; border-radius: var(--radius) var(--radius) 0 0; }
	.welcome { color: var(--soft); text-align: center; }
	.lines { display: flex; flex-direction: column; gap: 12px; }
	.line { max-width: 88%; overflow-wrap: anywhere; }
	.line.assistant { align-self: flex-start; }
	.line.user { align-self: flex-end; }
	.line .who { margin: 0 4px 2px; color: var(--soft); font-size: 12px; }
	.line.user .who, .line.user .figures { text-align: right; }
	.line .words {
		padding: 9px 14px; border: 1px solid var(--line); border-radius: 4px 16px 16px; background: var(--paper);
		white-space: pre-wrap;
	}
	.line.user .words { border-color: transparent; border-radius: 16px 4px 16px 16px; background: var(--bubble); }
	.line .figures { margin: 3px 4px 0; color: var(--soft); font-size: 12px; }
	.words.waiting::after { content: "…"; color: var(--soft); }
	.line.past { opacity: 0.75; }
	.break { color: var(--soft); font-size: 13px; text-align: center; }
	:is(.figures, .arguments, .output):empty { display: none; }
	.line.tool {
		align-self: stretch; max-width: 100%; padding: 9px 14px; border: 1px dashed var(--edge); border-radius: 14px;
		font-size: 14px;
	}
	.call { display: flex; align-items: center; gap: 8px; }
	.mark-of-state { flex: none; width: 10px; height: 10px; border-radius: 50%; background: var(--busy); }
	[data-state="finished"] .mark-of-state { background: var(--good); }
	:is([data-state="failed"], [data-state="refused"]) .mark-of-state { border-radius: 0; background: var(--warn); }
	.tool-name { display: inline-block; font-weight: 600; }
	.tool-name::first-letter, .what::first-letter, dt::first-letter { text-transform: uppercase; }
	.tool-state { margin-left: auto; color: var(--soft); font-size: 12px; }
	.arguments, .output { margin-left: 18px; font-size: 13px; }
	.arguments { color: var(--soft); }

	.problems { display: grid; gap: 8px; padding: 0 18px; }
	.problem {
		display: flex; align-items: center; gap: 10px; margin-bottom: 8px; padding: 8px 8px 8px 14px;
		border: 1px solid var(--warn); border-radius: 12px; color: var(--warn); font-size: 14px;
	}
	.problem span { flex: 1; overflow-wrap: anywhere; }
	.problem button { min-height: 32px; padding: 0 10px; border: 0; border-radius: 8px; background: none; font-weight: 600; }

	.approval {
		flex: none; margin: 0 18px 10px; padding: 14px;
		border: 2px solid var(--busy); border-radius: 14px; background: var(--paper);
	}
	.approval .title { color: var(--soft); font-size: 13px; }
	.approval .what { font-weight: 600; }
	.approval dl { max-height: 7.5rem; overflow-y: auto; }
	.approval dl div { display: flex; gap: 12px; padding: 4px 0; border-bottom: 1px solid var(--line); }
	.approval dt { flex: 0 0 30%; color: var(--soft); }
	.approval dd { overflow-wrap: anywhere; }
	.answers { display: grid; grid-template-columns: 1fr 1fr; gap: 10px; margin-top: 12px; }
	.answers button {
		min-height: 44px; border: 1px solid var(--edge); border-radius: 12px; background: var(--card); font-weight: 600;
	}
	.answers .allow { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }

	.dock { flex: none; padding: 4px 18px 16px; }
	.level { color: var(--accent); caret-color: var(--mine); display: block; width: 100%; height: 30px; pointer-events: none; }
	.status { margin-bottom: 8px; color: var(--soft); font-size: 14px; text-align: center; }
	:is([data-phase="hearing"], [data-phase="listening"]) .status { color: var(--mine); }
	[data-phase="answering"] .status { color: var(--accent); }
	[data-phase="waiting"] .status { color: var(--ink); font-weight: 600; }
	.controls { display: flex; justify-content: center; flex-wrap: wrap; gap: 10px; isolation: isolate; }
	.talk, .stop {
		position: relative; display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 52px;
		padding: 0 22px 0 16px; border: 0; border-radius: 26px; font-weight: 600;
	}
	.talk { min-width: 12rem; background: var(--accent); color: var(--on-accent); }
	.talk::before {
		content: ""; position: absolute; inset: 0; z-index: -1; border-radius: inherit; background: inherit; opacity: 0.25;
		scale: calc(1 + var(--level) * 0.12) calc(1 + var(--level) * 0.5);
	}
	.talk.on { background: var(--mine); color: var(--on-mine); }
	.talk:disabled { background: var(--line); color: var(--soft); }
	.stop { border: 1px solid var(--edge); background: none; }
	.stop:disabled { border-color: transparent; color: var(--soft); opacity: 0.7; }
	.stop path { fill: currentcolor; }
	:is(.talk, .stop, .send, .answers button):hover:not(:disabled) { filter: brightness(1.08); }

	.composer {
		display: flex; align-items: end; gap: 4px; margin-top: 12px; padding: 4px; border: 1px solid var(--edge);
		border-radius: 26px; background: var(--paper);
	}
	.composer:focus-within { outline: 2px solid var(--accent); }
	textarea {
		flex: 1; min-width: 0; max-height: 110px; margin: 0; padding: 9px 6px 9px 14px; border: 0; outline: 0; background: none;
		resize: none; font-size: 16px; line-height: 24px;
	}
	textarea::placeholder { color: var(--soft); opacity: 1; }
	.send {
		flex: none; display: grid; place-items: center; width: 42px; height: 42px; padding: 0; border: 0; border-radius: 50%;
		background: var(--accent); color: var(--on-accent);
	}

	@container (max-width: 22rem) {
		.talk { flex: 1 1 100%; }
		.stop { flex: 1 1 100%; }
	}
	@media (max-height: 30rem) {
		.level { display: none; }
		.captions { padding-block: 8px; min-height: 2.5rem; }
		.approval {
			display: grid; grid-template-columns: 1fr auto; gap: 0 16px; margin-bottom: 6px; padding: 8px 12px;
		}
		.approval > * { grid-column: 1; }
		.approval dl { max-height: 3.5rem; }
		.approval .answers { grid-area: 1 / 2 / 4; align-content: center; margin: 0; }
		.answers button { padding: 0 14px; }
		.status { margin-bottom: 4px; }
		.dock { padding-bottom: 10px; }
		.talk, .stop { min-height: 44px; }
		.composer { margin-top: 8px; }
	}
	@media (prefers-reduced-motion: reduce) {
		.talk::before { display: none; }
	}
	@media (forced-colors: active) {
		.talk, .send, .answers button { border: 1px solid ButtonText; }
	}`);

export { STYLE };
