//! Why nothing left, in words: what happened, and what to do now.

use super::leave::{Left, NotLeft};
use super::make::Unmade;
use super::unmerged::Unmerged;
use super::was::Unfound;
use crate::base::text::inert_line;
use crate::journal::Head;
use crate::report::NotMade;

/// Why there is no list of those to whom a letter goes.
fn unmerged(name: &str, why: &Unmerged) -> String {
    match why {
        Unmerged::NoMethod => {
            format!(
                "{name} has no method by which it goes to the persons of a list, so a spreadsheet has nothing of it."
            )
        }
        Unmerged::NoText => format!("{name} has no text yet, and only an approved text goes out."),
        Unmerged::SeveralTexts(seals) => {
            format!("{name} has several latest texts: {}. Only one that is approved goes out.", seals.join(", "))
        }
        Unmerged::NotApproved(seal) => {
            format!("The latest text of {name}, {seal}, is not approved, and only an approved text goes out.")
        }
        Unmerged::NotRead(why) => format!("The list for {name} was not made. {}", inert_line(why)),
    }
}

impl Unmerged {
    fn now(&self) -> &'static str {
        match self {
            Self::NoMethod => "Take pdf, docx, html, md or json.",
            Self::NoText => "Draft it, and have it approved.",
            Self::SeveralTexts(_) => "Draft it again, and have that approved.",
            Self::NotApproved(_) => "Have that text approved; until then it prints as a draft.",
            Self::NotRead(_) => "Verify the case, and look for another copy of it.",
        }
    }
}

impl NotLeft {
    pub fn what(&self) -> String {
        match self {
            Self::Unfound(Unfound::Store(error)) => error.what(),
            Self::Unfound(Unfound::NotAMoment(why)) => why.clone(),
            Self::Unfound(Unfound::Changed(changed)) => {
                let blocks: Vec<_> = changed.0.iter().map(Head::in_words).collect();
                format!("The record is not what it was: {} is not there as it was.", blocks.join("; "))
            }
            Self::NotWritten(why) => why.what(),
            Self::NotMade(print, why) => {
                let name = inert_line(&print.name()).into_owned();
                match why {
                    Unmade::Page(NotMade::NotReleased) | Unmade::ForPrograms => format!(
                        "{name} does not leave the house: only approved texts and the incident report are released."
                    ),
                    Unmade::Page(NotMade::NoSuchList) => format!("There is no list {name}."),
                    Unmade::NoTable => format!("{name} is no table, so a spreadsheet has nothing of it."),
                    Unmade::Merge(why) => unmerged(&name, why),
                    Unmade::NoPage => format!("{name} cannot be laid out so."),
                    Unmade::Pdf(why) => format!("{name}: {why}."),
                    Unmade::Docx(why) => format!("{name} could not be made a file for office programs: {why}."),
                }
            }
        }
    }

    pub fn now(&self) -> String {
        match self {
            Self::Unfound(Unfound::Store(error)) => error.now().unwrap_or_else(|| "Nothing was written.".into()),
            Self::Unfound(Unfound::NotAMoment(_)) => {
                "Name an entry (k4-12) or a time (02:13, 28 Nov 2026 16:00).".into()
            }
            Self::Unfound(Unfound::Changed(_)) => "Verify the case, and look for another copy of it.".into(),
            Self::NotWritten(why) => why.now(),
            Self::NotMade(_, why) => match why {
                Unmade::Page(NotMade::NotReleased) | Unmade::ForPrograms => {
                    "Print it in full, or release the incident report.".into()
                }
                Unmade::Page(NotMade::NoSuchList) => "Look in the playbook for the lists of this case.".into(),
                Unmade::NoTable => "Take pdf, docx, html, md or json.".into(),
                Unmade::Merge(why) => why.now().into(),
                Unmade::NoPage => "Take csv or json.".into(),
                Unmade::Pdf(_) => "Take docx or html.".into(),
                Unmade::Docx(_) => "Take html or pdf.".into(),
            },
        }
    }
}

impl Left {
    /// That signs stand in it as their numbers, and which format has them; of the list of a letter, who is in it and who is not.
    /// Nothing where nothing is worth knowing.
    pub fn remark(&self) -> Option<String> {
        if let Some(merge) = &self.merge {
            return Some(format!("{}: {}", self.name, merge.says()));
        }
        self.made.unprinted.as_ref().map(|why| format!("{}: {why}.", self.name))
    }
}
