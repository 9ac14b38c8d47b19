//! What a screen or a form wants to happen, as data. One file performs them: `perform.rs`.

use super::console::acts::Act;
use super::form::Form;
use super::form::together::Together;
use super::modal::Modal;
use super::replay::Goes;
use super::screens::ScreenId;
use crate::base::ItemId;
use crate::export::Format;
use crate::journal::Mode;
use crate::judge::picture::agenda::Target;
use crate::page::printed::Printed;
use crate::record::Draft;
use crate::session::Sight;
use std::path::PathBuf;

/// Something to be printed.
#[derive(Clone, Debug)]
pub struct Wish {
    pub printed: Printed,
    pub format: Format,
    /// The log by the time at which things happened.
    pub by_happened: bool,
    pub to: Option<String>,
    /// Where the file goes, as typed; else into the case.
    pub out: Option<PathBuf>,
    /// The folder of the case, where that is not the open one.
    pub case: Option<PathBuf>,
    /// Who prints it, where nobody was named.
    pub person: Option<String>,
}

/// One wish.
#[derive(Debug)]
pub enum Effect {
    /// Record something. The form on top, if there is one, closes only when it is on the disk.
    Submit(Draft),
    /// Record all of these in one piece. The sheet on top closes only when they are on the disk.
    SubmitAll(Vec<Draft>),
    /// Print something. The form on top closes only when the file is written.
    Print(Box<Wish>),
    /// Keep a sheet for later.
    KeepSheet(Box<Together>),
    /// Record it although others recorded about the same thing, all of which was told as far as this sight.
    SubmitAnyway(Draft, Sight),
    /// Ask who is at the keyboard of a new case with the playbook at this place.
    Begin { offer: usize, mode: Mode },
    /// Show the organisation's phone list, whatever case is open.
    PhoneList,
    /// Open a new case.
    Start {
        /// Place in the list of playbooks.
        offer: usize,
        /// The person at the keyboard, as typed: a name, or the number of one that was offered.
        person: String,
        /// Live or exercise.
        mode: Mode,
    },
    /// Open a case that is there.
    OpenCase(PathBuf),
    /// Ask who is at the keyboard, for somebody hands it over.
    HandOver,
    /// Show where the case stands.
    Where,
    /// Say who is at the keyboard.
    Name(String),
    /// Look at the case as it was.
    Replay(Goes),
    /// Show a screen.
    Show(ScreenId),
    /// Go to an item or a silence in the guide.
    Goto(Target),
    /// Go to an entry of the log.
    GotoEntry(usize),
    /// Go to a rule.
    GotoRule(usize),
    /// Put something on top.
    Push(Modal),
    /// Take away what is on top.
    Pop,
    /// Open the form of a draft, or say why that cannot be recorded here.
    Fill(Draft),
    /// Keep a draft for later.
    Keep(Box<Form>),
    /// Say something in the frame.
    Say(String),
    /// Stop the exercise for a real event.
    RealEvent,
    /// What was said to that: the words that it is real, or that it was a slip.
    RealSaid(String),
    /// Leave the exercise that has ended for a real event, and begin a live case where it was said.
    RealCase { begins: bool },
    /// Do a verb as if its key had been pressed.
    Verb(super::action::Action),
    /// Show only what is mine, or everything.
    Mine,
    /// The same for somebody of this role, which no list knows; none shows what has no owner.
    MineAs(Option<ItemId>),
    /// Do what the facilitator's console does.
    Lead(Act),
    /// Leave the program.
    Leave,
    /// Let the mouse go, or take it.
    Mouse,
    /// Go to the shell.
    Suspend,
}
