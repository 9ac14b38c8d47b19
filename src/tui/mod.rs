//! The full-screen interface: terminal event, key, verb, effects as data, then a drawing of what is there.
//!
//! ```text
//!  LIVE  Mail to the wrong list        R. Okafor · 22 Nov 02:13     frame.rs
//!  [Now]  Steps 17   Calls   Tests   Record   Paper        g go     frame.rs, screens/mod.rs
//!  Clock  “in a timely fashion” Containing… · 38 min   and 1 more   frame.rs, above.rs
//!  QUESTION                       Decide whether to escalate        screens/now/draw.rs, layout.rs
//!  Are multiple individuals affected?
//!  y yes   n no   u not known yet                     Space why     screens/now/line.rs, once a line is begun
//!  Then
//!  ○ Is there, or may there be, a real risk of serious harm…        layout.rs, page.rs
//!  ✓ k4-5 02:13  Yes · Is any of the information…   z strike out    frame.rs, put_right.rs
//!  y n u then Enter   d put off   w note                  ? keys    keymap.rs, scope.rs, hints.rs
//! ```
//!
//! Three drawers of state: the case (behind the one door, read-only here), drafts (forms), the view. Screens and forms return
//! effects as data; only `perform.rs` carries them out. Drawing reads and never changes.

mod above;
mod action;
mod advance;
mod app;
mod approving;
mod ask;
mod begin;
mod canvas;
mod card;
mod console;
mod ctx;
mod digits;
mod dispatch;
mod effect;
mod ending;
mod env;
mod find;
pub mod form;
mod frame;
mod glance;
mod hints;
mod inject;
mod input;
mod key;
mod key_row;
mod key_rows;
mod keyboard;
pub mod keymap;
mod layout;
mod list;
mod modal;
mod offers;
mod open;
mod opened;
mod opening;
mod output;
mod pace;
mod page;
mod paragraph;
mod perform;
mod print;
mod projector;
mod put_right;
mod real_event;
mod replay;
mod run;
mod save;
mod say;
mod scope;
mod screens;
mod sheet;
mod shelf;
#[cfg(unix)]
mod signals;
mod struck;
mod table;
mod take_in;
mod terminal;
mod theme;
mod tiny;
mod wait;
mod waited;

pub use action::Action;
pub use app::App;
pub use env::{Env, Look, Offer, Start};
pub use input::Input;
pub use key::{Code, Key};
pub use offers::bundled_offers;
pub use pace::Came;
pub use run::{Ending, run};
pub use theme::{Role, Theme};
