//! What stands in `contacts.toml`, table by table, with the place of every value.

use crate::base::ChannelKind;
use crate::source::shape::shape;
use crate::source::value::{Chosen, Day, Line, Text, Whole};

shape! {
    /// The organisation's phone list.
    RawList = "contacts file" {
        /// Version of the format: 1.
        optional schema: Whole,
        /// What the list is called, and how it is kept.
        optional list: RawHead,
        /// People, each once.
        many person: Vec<RawPerson>,
        /// Offices outside: police, regulators, counsel, insurers.
        many organisation: Vec<RawOrganisation>,
        /// Who holds a role of a playbook, first choice first.
        many holder: Vec<RawHolder>,
        /// What the organisation wrote beforehand where a policy does not say.
        many fill_in: Vec<RawFillIn>,
        /// Hours that the organisation set itself where a policy gives none.
        many target: Vec<RawTarget>,
    }
}

shape! {
    /// What the list is called, and how it is kept.
    RawHead = "[list]" {
        /// Whose list it is.
        optional title: Line,
        /// When it was last gone through as a whole.
        optional dated: Day,
        /// After how many months a check of a number counts as old; 12 when absent. This program's number, not a policy's.
        optional stale_after_months: Whole,
        /// Playbooks that this list must cover; when absent, those that a holder's role belongs to.
        many playbooks: Vec<Line>,
    }
}

shape! {
    /// Somebody who can be called.
    RawPerson = "[[person]]" {
        /// Identifier that holders and deputies refer to.
        needed id: Line,
        /// The name, as it goes into the record of a call.
        needed name: Line,
        /// How to reach them, in the order of use.
        many channels: Vec<RawChannel>,
        /// When they are away.
        many away: Vec<RawAway>,
    }
}

shape! {
    /// One way to reach somebody.
    RawChannel = "channels" {
        /// The kind of number or address.
        needed kind: Chosen<ChannelKind>,
        /// The number or address.
        needed value: Line,
        /// Whether it works without the organisation's own mail, telephone and network; `false` when absent.
        many out_of_band: bool,
        /// When somebody last made sure that it is right.
        optional verified: Day,
        /// Who made sure.
        optional verified_by: Line,
    }
}

shape! {
    /// A time during which somebody is not called.
    RawAway = "away" {
        /// First day.
        needed from: Day,
        /// Last day.
        needed to: Day,
        /// The person who is called instead.
        optional deputy: Line,
    }
}

shape! {
    /// An office outside.
    RawOrganisation = "[[organisation]]" {
        /// Identifier that holders refer to.
        needed id: Line,
        /// Its name.
        needed name: Line,
        /// How to reach it, in the order of use.
        many channels: Vec<RawChannel>,
        /// Places that it serves, such as "Boone County". With places it is shown for them and not proposed for others.
        many places: Vec<Line>,
    }
}

shape! {
    /// Who holds a role of a playbook.
    RawHolder = "[[holder]]" {
        /// The role's identifier in the playbook.
        needed role: Line,
        /// Persons or organisations: the first choice, then those who stand in.
        needed people: Vec<Line>,
        /// The playbook; when absent, the role of this name in every playbook.
        optional playbook: Line,
    }
}

shape! {
    /// What the organisation wrote beforehand where a policy does not say. Shown as a suggestion, never recorded by itself.
    RawFillIn = "[[fill_in]]" {
        /// The playbook.
        needed playbook: Line,
        /// The silence's identifier in it.
        needed silence: Line,
        /// What the organisation wrote.
        needed value: Text,
        /// Who decided it.
        needed decided_by: Line,
        /// When.
        needed dated: Day,
    }
}

shape! {
    /// Hours that the organisation set itself. Always shown as local, never as the policy's.
    RawTarget = "[[target]]" {
        /// The playbook.
        needed playbook: Line,
        /// The clock's identifier in it.
        needed clock: Line,
        /// Hours from the clock's start.
        needed hours: Whole,
    }
}
