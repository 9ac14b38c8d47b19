//! What a person can ask for with a key: about fifty verbs. Which key asks for which is the concern of the key table.

use crate::record::Verb;

/// One verb.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Action {
    /// Move to the row above.
    Up,
    /// Move to the row below.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Open, answer, do, decide or call what is selected.
    Open,
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not known yet.
    Unknown,
    /// Write a note about what is selected.
    Note,
    /// Put what is selected off.
    Defer,
    /// Record that what is selected is not needed.
    RuleOut,
    /// Record this of what is selected, whether it has a key or not.
    Make(&'static Verb),
    /// Record anew what the selected entry says.
    Correct,
    /// Strike out the last record of this run.
    Strike,
    /// Strike out the entry that a form records anew.
    StrikeInstead,
    /// Log a call.
    LogCall,
    /// Ask somebody else to make a call.
    PassOn,
    /// Fill in who holds a role and how to reach them.
    FillIn,
    /// Show the organisation's phone list.
    PhoneList,
    /// To the one next thing, or to where the cursor stands on Now.
    ShowNow,
    /// Show what is left, step by step.
    ShowSteps,
    /// Show whom to call.
    ShowCalls,
    /// Show the tests, element by element.
    ShowTests,
    /// Show what was recorded.
    ShowRecord,
    /// Show what can be handed out.
    ShowPaper,
    /// Show the cases and playbooks.
    ShowHome,
    /// Show the letters of the screens.
    Go,
    /// To the screen after this one.
    NextScreen,
    /// To the screen before this one.
    PrevScreen,
    /// Unfold or fold what is selected.
    Unfold,
    /// The next view of this screen.
    NextView,
    /// Only what falls to the person at the keyboard, or everything.
    Mine,
    /// Add what was done, evidence, who had it, hours, a cost or a message.
    Add,
    /// What has to be looked at again is still right as it stands.
    StillRight,
    /// Fill in a step together.
    Together,
    /// What can be handed out of what is here.
    Print,
    /// Show the seal of the case, for a camera too.
    Seal,
    /// Begin an exercise.
    Tabletop,
    /// In an exercise: something real happens.
    RealEvent,
    /// Let the mouse go, or take it.
    Mouse,
    /// Show what must be in order before an incident.
    Readiness,
    /// Show where the case stands.
    Resume,
    /// Hand the keyboard over.
    HandOver,
    /// Compare the laptop's clock with a watch.
    CheckTime,
    /// Close the case.
    CloseCase,
    /// Open a closed case again.
    Reopen,
    /// Look at the case as it was, from its last entry on.
    Replay,
    /// The same after the selected entry.
    ReplayHere,
    /// The moment one entry before.
    Earlier,
    /// The moment one entry after.
    Later,
    /// Ten entries before.
    MuchEarlier,
    /// Ten entries after.
    MuchLater,
    /// After the first entry.
    FirstMoment,
    /// After the last entry.
    LastMoment,
    /// Search everything.
    Search,
    /// Find a command.
    Palette,
    /// Explain this screen.
    Help,
    /// One step back; close what is open.
    Back,
    /// Leave the program.
    Quit,
    /// Leave the program from anywhere.
    Interrupt,
    /// Stop the program and go to the shell.
    Suspend,
    /// Record what stands in the form.
    Record,
    /// Record, or take what is selected.
    Confirm,
    /// A new line in a text of many.
    NewLine,
    /// To the next field.
    NextField,
    /// To the field before.
    PrevField,
    /// Choose by number.
    Choose,
    /// Tick or untick.
    Tick,
    /// Show the facilitator's console.
    ShowDrill,
    /// Send the selected inject.
    Send,
    /// Judge the selected expectation.
    Judge,
    /// Hold the selected inject, or let it go.
    Hold,
    /// Leave the selected inject out.
    Skip,
    /// Send it later, or all that are left.
    PutOff,
    /// One place up in the order.
    OrderUp,
    /// One place down in the order.
    OrderDown,
    /// Begin the next part.
    NextPart,
    /// Start the clock of the exercise, pause it, go on.
    Clock,
    /// Move through the injects.
    ToInjects,
    /// Move through what is expected of the selected one.
    ToExpected,
    /// Send an inject that is in no script.
    OnTheSpot,
    /// Say who plays which role, or is missing.
    RollCall,
    /// Say that time is up.
    TimeUp,
    /// End the exercise.
    EndDrill,
}
