//! The playbook, the phone list and the logbook for the night of a data breach.
//!
//! Where what you see comes from:
//!
//! ```text
//!  LIVE  Mail to the wrong parent       R. Okafor · 22 Nov 02:13    tui/frame.rs
//!  [Now]  Steps 17   Calls   Tests   Record   Paper        g go     tui/frame.rs, tui/screens/, page/state.rs
//!  Clock  “in a timely fashion” Containing… · 38 min   and 1 more   page/clock.rs, judge/clocks.rs
//!  QUESTION                       Decide whether to escalate        page/item.rs, tui/screens/now/
//!  Are multiple individuals affected?                               playbooks/trinity.toml
//!  y yes   n no   u not known yet                     Space why     page/item.rs, page/item_why.rs
//!  Any yes of four: it may be appropriate …           C.c, C.d      page/criteria.rs, judge/rules.rs
//!  Then                                                             tui/screens/now/, judge/agenda.rs
//!  ○ Is there, or may there be, a real risk of serious harm…        page/state.rs, tui/layout.rs
//!  ✓ k4-5 02:13  Yes · Is any of the information…   z strike out    page/receipt.rs, store/writer.rs
//!  y n u then Enter   d put off   w note                  ? keys    tui/keymap.rs, tui/hints.rs
//! ```
//!
//! # One way for everything that is recorded
//!
//! ```text
//! key, line or argument -> record::Draft -> record::decide -> case::Fact, or a record::Refusal with its Reason
//!                       -> store::JournalWriter: append, sync -> case::CaseState::apply -> record::Receipt -> page -> drawn
//! ```
//!
//! Whatever can be recorded is declared once, in `record/verbs`: its fields, what it offers, asks and decides. The form, the walk's
//! prompts and the arguments of `record` are made from that and know kinds of fields, not verbs; a refusal is data, and `page`
//! words it for each of the three. `decide` may refuse, `apply` cannot fail, and nothing is shown that is not on the disk.
//!
//! # Layers
//!
//! A room imports only from itself and from rooms above it in this list; `tests/it/tidy.rs` keeps it so. Everything down to
//! `export` is pure: no clock, no file, no environment, no terminal.
//!
//! # What is not here
//!
//! No network, no other program started, no `unsafe`, no global state but the switch by which a panic gives the terminal back.
//! One loop decides, records and draws. Beside it, and only on the full screen, a thread reads the keyboard and another watches
//! for signals and for the terminal going away (`tui/wait.rs`, `tui/signals.rs`); while something is saved a third waits to say
//! that it takes long (`session/saving.rs`), and where the loop cannot end a last one says so (`tui/ending.rs`). None of them
//! records. The journal knows nothing of playbooks; the case knows identifiers and texts, and what they mean is the
//! playbook's; only the judge knows both.

pub mod base;
pub mod playbook;
pub mod source;

pub mod contacts;

pub mod journal;

pub mod case;

pub mod judge;

pub mod drill;

pub mod record;

pub mod page;

pub mod contract;

pub mod report;

pub mod export;

pub mod store;

pub mod session;

pub mod tui;

pub mod plain;

pub mod cli;
