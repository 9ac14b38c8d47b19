//! What a form is for.

/// What a form is for. One draft is kept for each.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Answer a question.
    Answer(String),
    /// Say what became of a task, a call or a document.
    Task(String),
    /// Record a decision.
    Decide(String),
    /// Log a call.
    Call(String),
    /// Ask somebody else to make a call.
    PassOn(String),
    /// Write a note.
    Note(Option<String>),
    /// Put something off.
    Defer(String),
    /// Record what was decided where the policy is silent.
    Silence(String),
    /// A prohibition was read or not kept.
    Prohibition(String),
    /// Add to a register.
    Register(String),
    /// Strike out an entry, by its name in the journal.
    Strike(String),
    /// Fill in a contact.
    Contact(String),
    /// Hand over.
    HandOver,
    /// Compare the clock.
    CheckTime,
    /// Close.
    Close,
    /// Reopen.
    Reopen,
    /// Say who is at the keyboard.
    Who,
    /// Open a new case with the playbook at this place.
    Start(usize),
}

impl Kind {
    /// What the form does, for its frame when the title is too long for it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Answer(_) => "Answer",
            Self::Task(_) => "What became of it",
            Self::Decide(_) => "Decision",
            Self::Call(_) => "Log a call",
            Self::PassOn(_) => "Pass on",
            Self::Note(_) => "Note",
            Self::Defer(_) => "Put off",
            Self::Silence(_) => "Decide outside the policy",
            Self::Prohibition(_) => "Prohibition",
            Self::Register(_) => "Add to it",
            Self::Strike(_) => "Strike out",
            Self::Contact(_) => "Contact",
            Self::HandOver => "Hand over",
            Self::CheckTime => "Compare the clock",
            Self::Close => "Close the case",
            Self::Reopen => "Open the case again",
            Self::Who => "Who is at the keyboard?",
            Self::Start(_) => "New case",
        }
    }
}
