//! The full-screen interface: terminal event, key, verb, effects as data, then a drawing of what is there.
//!
//! ```text
//!  LIVE  Mail to the wrong list                       22 Nov 02:13   frame.rs
//!  1 Guide  2 Rules  3 Contacts  4 Log  0 Home  ? Help    14 open    frame.rs, screens/mod.rs
//!  o Tell the Privacy Officer │ o question · open                    screens/now/{lanes,item}.rs
//!  ▸ Decide whether to esca…  │ Are multiple individuals affected?
//!                             │ y yes   n no   u not known yet
//!  12 min "immediately"       │ Why: the first of the four questions  screens/now/around.rs
//!  now met: Any yes: it may be appropriate to notify the team        perform.rs, words.rs
//!  recorded k4-5 at 02:13 ───────────────────────────── R. Okafor    frame.rs
//!  Enter record  y yes  n no  u not known yet  ? help                keymap.rs, hints.rs
//! ```
//!
//! Three drawers of state: the case (behind the one door, read-only here), drafts (forms), the view. Screens and forms return
//! effects as data; only `perform.rs` carries them out. Drawing reads and never changes.

mod above;
mod action;
mod advance;
mod app;
mod begin;
mod canvas;
mod ctx;
mod dispatch;
mod effect;
mod ending;
mod env;
mod find;
pub mod form;
mod frame;
mod glance;
mod hints;
mod input;
mod key;
mod keyboard;
pub mod keymap;
mod layout;
mod list;
mod modal;
mod offers;
mod open;
mod output;
mod pace;
mod page;
mod perform;
mod put_right;
mod run;
mod save;
mod scope;
mod screens;
mod sheet;
mod shelf;
#[cfg(unix)]
mod signals;
mod terminal;
mod theme;
mod tiny;
mod wait;

pub use action::Action;
pub use app::App;
pub use env::{Env, Look, Offer, Start};
pub use input::Input;
pub use key::{Code, Key};
pub use offers::bundled_offers;
pub use pace::Came;
pub use run::{Ending, run};
pub use theme::{Role, Theme};
