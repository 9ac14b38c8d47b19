//! How a call ended.

/// How a call ended. The list of the field's call sheets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallOutcome {
    /// The person was reached and told.
    Reached,
    /// A message was left.
    Voicemail,
    NoAnswer,
    Busy,
    WrongNumber,
    Disconnected,
    /// The person would not take the call.
    Refused,
    OutOfOffice,
    /// Somebody answered but could not be identified.
    IdentityNotVerified,
}

impl CallOutcome {
    /// Every outcome, in the order of the form.
    pub const ALL: [Self; 9] = [
        Self::Reached,
        Self::Voicemail,
        Self::NoAnswer,
        Self::Busy,
        Self::WrongNumber,
        Self::Disconnected,
        Self::Refused,
        Self::OutOfOffice,
        Self::IdentityNotVerified,
    ];

    /// Stored form, and what the command line takes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Voicemail => "voicemail",
            Self::NoAnswer => "no_answer",
            Self::Busy => "busy",
            Self::WrongNumber => "wrong_number",
            Self::Disconnected => "disconnected",
            Self::Refused => "refused",
            Self::OutOfOffice => "out_of_office",
            Self::IdentityNotVerified => "identity_not_verified",
        }
    }

    /// For people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Reached => "Reached",
            Self::Voicemail => "Voicemail left",
            Self::NoAnswer => "No answer",
            Self::Busy => "Busy",
            Self::WrongNumber => "Wrong number",
            Self::Disconnected => "Disconnected",
            Self::Refused => "Refused",
            Self::OutOfOffice => "Out of office",
            Self::IdentityNotVerified => "Identity not verified",
        }
    }

    /// Reads the stored form, the label, or its number in the form (1 to 9); case and `-`, `_`, space do not matter.
    pub fn parse_typed(text: &str) -> Option<Self> {
        let plain = |t: &str| t.trim().to_ascii_lowercase().replace(['-', ' '], "_");
        let typed = plain(text);
        Self::ALL
            .into_iter()
            .enumerate()
            .find(|(at, o)| plain(o.word()) == typed || plain(o.label()) == typed || (at + 1).to_string() == typed)
            .map(|(_, outcome)| outcome)
    }
}
