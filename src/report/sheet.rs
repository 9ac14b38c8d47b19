//! A page around its document: form, head, foot, bands and paper. Each format lays out one of these.

use crate::page::{Document, Line};

/// What is printed, whole. Everything that varies stands in it: a format reads no clock and no file.
#[derive(Clone, PartialEq, Debug)]
pub struct Sheet {
    pub form: Form,
    /// `Data breach action record`.
    pub title: String,
    /// Language of the texts, as in HTML: `en`.
    pub lang: &'static str,
    /// In the order in which they are printed.
    pub bands: Vec<Band>,
    pub head: Head,
    pub foot: Foot,
    pub size: Size,
    pub landscape: bool,
    pub profile: Profile,
    /// A letter carries only its letterhead, the bands, its reference and the number of the page.
    pub letter: Option<Letterhead>,
    pub body: Document,
}

/// Which form it is: `F2/1`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Form {
    /// The page or document that is printed, as it is named on the command line.
    pub id: String,
    /// The number of the form, where there is one: `F2`.
    pub number: Option<&'static str>,
    /// Goes up when what the form says or asks changes.
    pub version: u32,
}

/// What is framed above and below each page, in words; never colour alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Band {
    Exercise,
    /// With what is missing: `1 of 5 required contents missing`.
    Draft(Option<String>),
    Released,
    /// With what is out of date: `persons was 1,200, is 12,000, k4-88`.
    OutOfDate(String),
    Blank,
}

/// The lines at the head of each page.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Head {
    pub organisation: String,
    /// `LIVE` or `EXERCISE EXERCISE EXERCISE`.
    pub mode: String,
    /// Name of the case; empty on a blank form.
    pub case: String,
    /// `Confidential`.
    pub handling: String,
    /// Title of the case.
    pub title: Line,
    /// The next clock to run out, or why there is none.
    pub clock: Line,
}

/// The line at the foot of each page, behind `Page 1 of 2`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Foot {
    /// `as of k4-48, 22 Nov 2026 09:12`.
    pub as_of: String,
    /// `times +10:30`.
    pub times: String,
    /// `case seal 7AB4-TXPK-2S80-RYAD (3 journals)`.
    pub seal: String,
    /// `POL04 1.0, 21 Aug 2018`.
    pub policy: String,
    /// The moment for the properties of a file, milliseconds since 1970 UTC: the record's, never that of the printing.
    pub moment_ms: i64,
}

/// Above a letter.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Letterhead {
    /// Who writes, a line each; empty where paper with a head is used.
    pub from: Vec<Line>,
    /// `v2 · text 33G8-NBD5-5VZT-B5RR`.
    pub reference: String,
    /// Address and greeting are filled in by an office's own mail merge.
    pub merged: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Size {
    #[default]
    A4,
    Letter,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Profile {
    /// Everything that the page has.
    #[default]
    Full,
    /// What may leave the house.
    Released,
}

impl Band {
    /// As it is printed.
    pub fn words(&self) -> String {
        match self {
            Self::Exercise => "EXERCISE".to_owned(),
            Self::Draft(None) => "DRAFT, not approved".to_owned(),
            Self::Draft(Some(lacks)) => format!("DRAFT, not approved: {lacks}"),
            Self::Released => "RELEASED COPY".to_owned(),
            Self::OutOfDate(what) => format!("OUT OF DATE: {what}"),
            Self::Blank => "BLANK FORM".to_owned(),
        }
    }
}

impl Form {
    /// `F2/1`, or `notice_letter/1`.
    pub fn words(&self) -> String {
        format!("{}/{}", self.number.unwrap_or(&self.id), self.version)
    }
}
