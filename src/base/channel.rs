//! The kinds of numbers and addresses, the same in playbooks and in phone lists.

use super::written::words;

words! {
    pub enum ChannelKind {
        Mobile = "mobile",
        Home = "home",
        Desk = "desk",
        /// Any other telephone.
        Phone = "phone",
        /// A number that is staffed round the clock.
        Hotline = "hotline",
        Sms = "sms",
        /// A messenger that is not the organisation's own.
        Messenger = "messenger",
        /// The organisation's own chat.
        Chat = "chat",
        Pager = "pager",
        Radio = "radio",
        Email = "email",
        /// By going there.
        InPerson = "in_person",
        Web = "web",
        Other = "other",
    }
}

impl ChannelKind {
    /// A number or address as people read and record it: `mobile 555-0101`.
    pub fn with(self, value: &str) -> String {
        format!("{} {value}", self.word().replace('_', " "))
    }

    pub fn is_dialled(self) -> bool {
        use ChannelKind::{Desk, Home, Hotline, Mobile, Pager, Phone, Sms};
        matches!(self, Mobile | Home | Desk | Phone | Hotline | Sms | Pager)
    }

    /// Whether somebody answers there; a mailbox or a page takes what is sent at any time.
    pub fn is_answered(self) -> bool {
        !matches!(self, Self::Email | Self::Web)
    }
}
