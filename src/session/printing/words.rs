//! Why nothing left, in words: what happened, and what to do now.

use super::leave::{Left, NotLeft};
use super::make::Unmade;
use super::was::Unfound;
use crate::base::text::inert_line;
use crate::journal::Head;
use crate::report::NotMade;

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
                Unmade::NoPage => "Take csv or json.".into(),
                Unmade::Pdf(_) => "Take docx or html.".into(),
                Unmade::Docx(_) => "Take html or pdf.".into(),
            },
        }
    }
}

impl Left {
    /// That signs stand in it as their numbers, and which format has them; nothing where none do.
    pub fn remark(&self) -> Option<String> {
        self.made.unprinted.as_ref().map(|why| format!("{}: {why}.", self.name))
    }
}
