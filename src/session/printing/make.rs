//! From a case as it was to the bytes of one file.

use super::order::Print;
use super::unmerged::Unmerged;
use crate::contract::case::{self, Record};
use crate::contract::drill_review::{Folders, drill_review};
use crate::export::{self, Format};
use crate::journal::Mode;
use crate::judge::View;
use crate::judge::evidence::texts;
use crate::page::lists;
use crate::page::printed::Printed;
use crate::report::drill::Facilitators;
use crate::report::{self, Band, NotMade, Options, PageId, Profile, Sheet};
use crate::session::drill::ControlRead;

/// A file that is not written yet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Made {
    pub bytes: Vec<u8>,
    /// What is framed on it.
    pub bands: Vec<String>,
    pub exercise: bool,
    pub draft: bool,
    /// Of a document.
    pub version: Option<u32>,
    /// That signs stand in it as their numbers, because no font of the program has them.
    pub unprinted: Option<String>,
    /// Digest of the fonts that it is set in.
    pub fonts: Option<String>,
}

/// Why a file was not made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unmade {
    /// The page itself cannot be had.
    Page(NotMade),
    /// It has no table that would make a file of this format.
    NoTable,
    /// Only pages that people read are released.
    ForPrograms,
    /// It is data, and not laid out.
    NoPage,
    /// The library that writes a PDF refused it.
    Pdf(export::pdf::NotWritten),
    /// So did the one that writes office files.
    Docx(String),
    /// It goes to nobody on a list.
    Merge(Unmerged),
}

impl From<NotMade> for Unmade {
    fn from(why: NotMade) -> Self {
        Self::Page(why)
    }
}

/// Makes one file. The options name the case and its heads.
///
/// # Errors
/// If there is no such page, or none in this format or profile.
pub fn make(
    view: &View<'_>,
    record: Record<'_>,
    (print, format): (&Print, Format),
    options: &Options,
) -> Result<Made, Unmade> {
    let data = |bytes: Vec<u8>| Made {
        bytes,
        exercise: view.mode == Mode::Exercise,
        bands: (view.mode == Mode::Exercise).then(|| Band::Exercise.words()).into_iter().collect(),
        ..Made::default()
    };
    if options.profile == Profile::Released && matches!(format, Format::Csv | Format::Json) {
        return Err(Unmade::ForPrograms);
    }
    match (print, format) {
        (Print::Case, Format::Json) => Ok(data(json(&case::case(view, record)))),
        (Print::One(printed), Format::Json) => Ok(data(json(&case::part(view, record, printed)))),
        (Print::Entries | Print::One(Printed::Page(report::Page::Log)), Format::Csv) => {
            Ok(data(export::csv::entries(view, record.entries)))
        }
        (Print::One(Printed::Page(report::Page::Calls)), Format::Csv) => Ok(data(export::csv::calls(view))),
        (Print::One(Printed::Page(report::Page::ActionRecord)), Format::Csv) => list(view, "actions").map(data),
        (Print::One(Printed::List(id)), Format::Csv) => list(view, id.as_str()).map(data),
        (Print::One(_), Format::Csv) => Err(Unmade::NoTable),
        (Print::Case | Print::Entries, _) => Err(Unmade::NoPage),
        (Print::One(printed), _) => {
            let version = match printed {
                Printed::Document(id) => {
                    texts::texts(view.counting(), id.as_str()).last().and_then(|text| u32::try_from(text.version).ok())
                }
                _ => None,
            };
            Ok(Made { version, ..laid_out(&sheet(view, printed, options)?, format)? })
        }
    }
}

/// The after-action report of an exercise, from both its folders.
///
/// # Errors
/// If there is none in this format or profile.
pub fn drill(view: &View<'_>, control: &ControlRead, format: Format, options: &Options) -> Result<Made, Unmade> {
    if options.profile == Profile::Released {
        return Err(Unmade::Page(NotMade::NotReleased));
    }
    let account = control.account(view.playbook, view.state, view.reading);
    let data = |bytes: Vec<u8>| Made { bytes, exercise: true, bands: vec![Band::Exercise.words()], ..Made::default() };
    match format {
        Format::Json => {
            let folders = Folders {
                case: &options.case,
                case_heads: &options.heads,
                control: &control.name,
                control_heads: &control.heads,
            };
            let mut text = export::json::text(&drill_review(&account, view, folders));
            text.push('\n');
            Ok(data(text.into_bytes()))
        }
        Format::Csv => Ok(data(export::csv::expected(&account))),
        _ => {
            let told = Facilitators { account: &account, heads: &control.heads };
            laid_out(&report::print::after_action(view, &told, options), format)
        }
    }
}

/// A case for programs, with a final line feed. Signs that would act on a terminal stand as their numbers.
fn json(case: &case::Case<'_>) -> Vec<u8> {
    let mut text = export::json::text(case);
    text.push('\n');
    text.into_bytes()
}

fn list(view: &View<'_>, id: &str) -> Result<Vec<u8>, Unmade> {
    let list = lists::list(view, id).ok_or(Unmade::Page(NotMade::NoSuchList))?;
    Ok(export::csv::list(view, &list))
}

fn sheet(view: &View<'_>, printed: &Printed, options: &Options) -> Result<Sheet, Unmade> {
    let page = match printed {
        Printed::Page(page) => PageId::Page(*page),
        Printed::List(id) => PageId::List(id.clone()),
        Printed::Document(id) => {
            let sheet = report::document::sheet(view, id, options).ok_or(Unmade::Page(NotMade::NoSuchList))?;
            // Only a text that was approved leaves the house, as it was approved.
            let draft = sheet.letter.is_none() || sheet.bands.iter().any(|band| matches!(band, Band::Draft(_)));
            let kept = options.profile == Profile::Released && draft;
            return if kept { Err(Unmade::Page(NotMade::NotReleased)) } else { Ok(sheet) };
        }
    };
    Ok(report::page(view, &page, options)?)
}

pub(super) fn laid_out(sheet: &Sheet, format: Format) -> Result<Made, Unmade> {
    let made = Made {
        bands: sheet.bands.iter().map(Band::words).collect(),
        exercise: sheet.bands.contains(&Band::Exercise),
        draft: sheet.bands.iter().any(|band| matches!(band, Band::Draft(_))),
        ..Made::default()
    };
    Ok(match format {
        Format::Markdown => Made { bytes: export::markdown::write(sheet).into_bytes(), ..made },
        Format::Pdf => {
            let set = export::pdf::write(sheet).map_err(Unmade::Pdf)?;
            let fonts = Some(export::pdf::digest());
            Made { bytes: set.bytes, unprinted: set.unprinted.words(), fonts, ..made }
        }
        Format::Html => Made { bytes: export::html::write(sheet).into_bytes(), ..made },
        Format::Docx => {
            let bytes = export::docx::write(sheet).map_err(|error| Unmade::Docx(error.to_string()))?;
            Made { bytes, ..made }
        }
        Format::Csv | Format::Json => return Err(Unmade::NoPage),
    })
}
