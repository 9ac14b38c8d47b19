//! What only a phone list can have wrong.

use crate::source::code::codes;

codes! {
    /// What only a phone list can have wrong, in the order of the manual.
    OF_PHONE_LISTS;
    ListTooLarge = "list-too-large", Error, "The phone list has more than 512 KiB.",
        "Keep only who is called on the night of a breach.";
    TooManyEntries = "too-many-entries", Error, "A list is longer than anybody can call through.",
        "Shorten it.";
    UnknownPerson = "unknown-person", Error, "Somebody is named who is not in the list.",
        "Correct the identifier, or add a [[person]] or [[organisation]].";
    OwnDeputy = "own-deputy", Error, "Somebody stands in for themselves.",
        "Name another person as deputy.";
    AwayReversed = "away-reversed", Error, "An absence ends before it begins.",
        "Correct `from` or `to`.";
    HolderTwice = "holder-twice", Error, "A role has two `[[holder]]` tables.",
        "Join them: people = [\"...\", \"...\"].";
    Twice = "given-twice", Error, "The same thing is written twice, and only the first is used.",
        "Keep one of them.";
    NumberLost = "number-lost", Error, "A spreadsheet has turned a number into a power of ten, and its last digits are lost.",
        "Type the number again, in quotes.";
    NoDigits = "no-digits", Warning, "A number that is dialled has hardly a digit.",
        "Correct the number, or its kind.";
    NotAnAddress = "not-an-address", Warning, "A value that is an e-mail address by its kind has no place in it, or a blank.",
        "Correct the address, or its kind.";
    SeveralInOne = "several-in-one", Warning, "Several numbers or addresses stand in one value.",
        "Write a channel for each.";
    UnknownPlaybook = "unknown-playbook", Warning, "A playbook is named that this program does not know.",
        "Correct the identifier; `breachbook playbook list` shows them.";
    UnknownPlaybookRole = "unknown-playbook-role", Warning, "A role is named that no playbook has.",
        "Correct the identifier; `breachbook playbook show ID` shows the roles.";
    UnknownSilence = "unknown-silence", Warning, "A silence is named that the playbook does not have.",
        "Correct the identifier; `breachbook playbook show ID` shows the silences.";
    UnknownClock = "unknown-clock", Warning, "A clock is named that the playbook does not have.",
        "Correct the identifier; `breachbook playbook show ID` shows the clocks.";
    Unverified = "unverified-channel", Warning, "Nobody has written down that a number was tried.",
        "Try it, and write: verified = 2026-01-31, verified_by = \"...\".";
    Stale = "stale-channel", Warning, "A number was tried too long ago.",
        "Try it again and correct `verified`. The limit is this program's, not a policy's; `stale_after_months` under [list] moves it.";
    VerifiedLater = "verified-later", Warning, "A number was tried on a day that has not come yet.",
        "Correct `verified`, or this computer's clock.";
    NoSecondPerson = "no-second-person", Warning, "A role is held by one person alone.",
        "Name who stands in: people = [\"first\", \"second\"].";
    SameFirst = "same-person-first", Warning, "One person is the first choice for several roles: a single point of failure.",
        "Put somebody else first in some of them, or make sure that those who stand in know it.";
    NobodyHolds = "role-without-holder", Warning, "A playbook calls roles that nobody in the list holds.",
        "Add a [[holder]] for each, or leave the playbook out of `playbooks` under [list].";
    AwayToday = "away-without-deputy", Warning, "A holder is away today, and nobody stands in by name.",
        "Name a deputy who is there: deputy = \"...\".";
    AwayTwice = "away-twice", Warning, "Two absences of one person overlap.",
        "Join them, or correct the days.";
    Unreachable = "unreachable", Warning, "Somebody in the list has no number or address.",
        "Add channels = [{ kind = \"mobile\", value = \"...\" }], or take them out.";
    NobodyNames = "named-nowhere", Warning, "Somebody in the list holds no role and stands in for nobody.",
        "Name them in a [[holder]], or take them out.";
    SameName = "same-name", Warning, "Two entries have the same name, so that a recorded call does not say whose it was.",
        "Tell them apart in the name.";
}
