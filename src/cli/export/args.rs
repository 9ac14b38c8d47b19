//! Arguments of `export`.

use crate::base::written::Word as _;
use crate::export::Format;
use crate::report::Profile;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// Its folder, or the short name that `list` shows.
    #[arg(value_name = "CASE", required_unless_present = "blank")]
    pub case: Option<PathBuf>,
    /// What to print: a page, a list or a document by its name, or all. A page's name goes before an item's id; list:ID and
    /// document:ID always work.
    #[arg(long, value_name = "PAGE|LIST|DOCUMENT|all", required_unless_present_any = ["again", "list", "blank"])]
    pub what: Option<String>,
    /// As which kind of file: md, html, pdf, docx, csv or json.
    #[arg(long = "as", value_name = "FORMAT", value_parser = format, required_unless_present_any = ["again", "list", "blank"])]
    pub format: Option<Format>,
    /// Everything that the page has, or what may leave the house: approved texts, and the incident report in its released form.
    #[arg(long, value_name = "full|released", value_parser = profile, default_value = "full", hide_default_value = true)]
    pub profile: Profile,
    /// Who releases it. Wanted for what leaves the house.
    #[arg(long, value_name = "WHO")]
    pub released_by: Option<String>,
    /// Up to an entry (k4-12), or as it was known at a time; without it, up to the last entry, and a briefing now.
    #[arg(long, value_name = "TIME|ENTRY")]
    pub as_of: Option<String>,
    /// To whom it goes; becomes part of the record.
    #[arg(long, value_name = "WHO")]
    pub to: Option<String>,
    /// A file that is not there yet, a folder, or - for standard output; without it, the folder documents of the case.
    #[arg(long, value_name = "PATH|-")]
    pub out: Option<PathBuf>,
    /// Make the file of an earlier export once more, from what it was made from: it has the same SHA-256, or it is said what differs.
    #[arg(long, value_name = "ENTRY", conflicts_with_all = ["what", "format", "released_by", "as_of", "to"])]
    pub again: Option<String>,
    /// List each page, list and document: how it stands, what it lacks with the clause that asks for it, when it was printed last.
    #[arg(long, conflicts_with_all = ["what", "format", "again", "out"])]
    pub list: bool,
    /// With --list: as JSON, schema "export-list/1".
    #[arg(long, requires = "list")]
    pub json: bool,
    /// A form to fill in by hand: a page, a list or a document, ruled. Written to the folder where you are, or to --out.
    #[arg(long, value_name = "PAGE|LIST|DOCUMENT", conflicts_with_all = ["what", "again", "list", "as_of", "to"])]
    pub blank: Option<String>,
    /// With --blank: whose form it is, where no case is named.
    #[arg(long, value_name = "ID", requires = "blank")]
    pub playbook: Option<String>,
    /// The log by the time at which things happened, not by the time at which they were written down.
    #[arg(long)]
    pub by_happened: bool,
    /// For the after-action report: the folder in which control folders lie; without it, the folder control beside the cases.
    #[arg(long, value_name = "DIR")]
    pub control: Option<PathBuf>,
    /// Who prints it; without it BREACHBOOK_BY, then the login of this computer.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
}

pub(in crate::cli) fn format(text: &str) -> Result<Format, String> {
    Format::of_word(text).ok_or_else(|| "one of md, html, pdf, docx, csv and json".into())
}

fn profile(text: &str) -> Result<Profile, String> {
    match text {
        "full" => Ok(Profile::Full),
        "released" => Ok(Profile::Released),
        _ => Err("full or released".into()),
    }
}
