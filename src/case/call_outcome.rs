//! How a call ended.

use crate::base::written::words;

words! {
    /// How a call ended. The list of the field's call sheets.
    pub enum CallOutcome, label {
        /// The person was reached and told.
        Reached = "reached", "Reached";
        Voicemail = "voicemail", "Voicemail left";
        NoAnswer = "no_answer", "No answer";
        Busy = "busy", "Busy";
        WrongNumber = "wrong_number", "Wrong number";
        Disconnected = "disconnected", "Disconnected";
        /// The person would not take the call.
        Refused = "refused", "Refused";
        OutOfOffice = "out_of_office", "Out of office";
        /// Somebody answered but could not be identified.
        IdentityNotVerified = "identity_not_verified", "Identity not verified";
    }
}

impl CallOutcome {
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
