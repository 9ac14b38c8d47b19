//! `contacts`: check, list and print the organisation's phone list, or begin one.

use super::console::Console;
use super::failure::{FINE, Failure, REFUSED};
use super::new_file;
use super::place::Place;
use super::playbook_files;
use crate::base::text::{counted, inert_line};
use crate::contacts::{PhoneFile, PhoneList, STARTER, card, import, review, show};
use crate::contract;
use crate::playbook::{Playbook, bundled, load};
use crate::source::Problem;
use crate::store::{files, phone_list, typed_path};
use chrono::NaiveDate;
use clap::Subcommand;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// What can be done with the phone list.
#[derive(Subcommand, Debug)]
pub enum ContactsTask {
    /// Check the phone list: every mistake with its line, and what would fail on the night.
    Check {
        /// The file; where none is given, the phone list that cases use.
        #[arg(value_name = "PATH")]
        path: Option<PathBuf>,
        /// As JSON, schema "contacts-check/1".
        #[arg(long)]
        json: bool,
    },
    /// List who holds which role today, and every number.
    List {
        /// As JSON, schema "contacts/1".
        #[arg(long)]
        json: bool,
    },
    /// Print a call card: one page of plain text for the wall.
    Card {
        /// Id of the playbook whose order it follows; may be left out where the list serves only one.
        #[arg(value_name = "PLAYBOOK")]
        playbook: Option<String>,
    },
    /// Print the people of an address book as blocks of a phone list, to be read through; nothing is written.
    Import {
        /// The file: vCards (.vcf), or a table as Outlook and Google export it (CSV).
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The phone list that they are meant for: whoever is in it already stands beside. Without it, the list that cases use, if there
        /// is one.
        #[arg(long, value_name = "FILE")]
        into: Option<PathBuf>,
    },
    /// Write a commented phone list to begin with.
    New {
        /// A file that does not exist yet; standard output where none is given.
        #[arg(value_name = "PATH")]
        path: Option<PathBuf>,
    },
}

/// Does it.
pub fn contacts(task: &ContactsTask, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let today = || place.now().date();
    match task {
        ContactsTask::Check { path, json } => check(&file(path.as_deref(), place)?, *json, today(), console),
        ContactsTask::List { json } => list(&file(None, place)?, *json, today(), console),
        ContactsTask::Card { playbook } => print_card(&file(None, place)?, playbook.as_deref(), today(), console),
        ContactsTask::Import { file, into } => take(file, into.as_deref(), place, console),
        ContactsTask::New { path: None } => {
            console.block(STARTER)?;
            Ok(FINE)
        }
        ContactsTask::New { path: Some(path) } => new(path, console),
    }
}

/// The file that is meant; unlike on the night, it must be there.
fn file(path: Option<&Path>, place: &Place) -> Result<PhoneFile, Failure> {
    let found = path.map(Path::to_owned).or_else(|| place.phone_list());
    let Some(found) = found else {
        return Err(Failure::refused(
            "There is no phone list.",
            "Begin one with: breachbook contacts new contacts.toml, and put it beside the folder of the cases.",
        ));
    };
    phone_list::read(&found).map_err(|error| {
        Failure::refused(error.to_string(), "Check the path, or begin one with: breachbook contacts new PATH.")
    })
}

/// Every playbook that can be read: a person's own go before bundled ones of the same id.
fn playbooks() -> Vec<Playbook> {
    let own = playbook_files::own().into_iter().filter_map(|(path, _)| playbook_files::read(&path).ok());
    let mut known: Vec<Playbook> = own.filter_map(|sources| load(&sources).playbook).collect();
    for summary in bundled::index() {
        if known.iter().all(|playbook| playbook.id.as_str() != summary.id) {
            known.extend(bundled::open_bundled(&summary.id));
        }
    }
    known
}

/// Mistakes of the file and warnings of the day, in the order of the file.
fn problems(file: &PhoneFile, today: NaiveDate) -> Vec<Problem> {
    let known = playbooks();
    let known: Vec<&Playbook> = known.iter().collect();
    let mut found = file.problems.clone();
    found.extend(review(&file.list, &known, today));
    found.sort_by_key(|problem| (problem.span, problem.code.word()));
    found
}

fn check(file: &PhoneFile, json: bool, today: NaiveDate, console: &mut Console<'_>) -> Result<u8, Failure> {
    let found = problems(file, today);
    let mistakes = found.iter().filter(|problem| problem.is_error()).count();
    if json {
        console.json(&contract::contacts::Checked::of(file, &found, mistakes, today))?;
    } else {
        if !found.is_empty() {
            console.block(&file.rendered(&found))?;
        }
        let people = file.list.parties.iter().filter(|party| !party.outside).count();
        console.line(&format!(
            "{}: {}, {}; {}, {}.",
            file.source.name,
            counted(people, "person", "people"),
            counted(file.list.holders.len(), "role held", "roles held"),
            counted(mistakes, "mistake", "mistakes"),
            counted(found.len() - mistakes, "warning", "warnings"),
        ))?;
        if mistakes > 0 {
            console.line("What a mistake is about is left out on the night; the rest is used.")?;
        }
    }
    Ok(if mistakes > 0 { REFUSED } else { FINE })
}

/// Says on standard error that something was left out.
fn remark_on_mistakes(file: &PhoneFile, console: &mut Console<'_>) {
    if let Some(remark) = phone_list::left_out(file) {
        console.remark(&remark);
    }
}

fn list(file: &PhoneFile, json: bool, today: NaiveDate, console: &mut Console<'_>) -> Result<u8, Failure> {
    remark_on_mistakes(file, console);
    if json {
        console.json(&contract::contacts::Contacts::of(&file.list, today))?;
    } else {
        for line in show::to_lines(&file.list, today) {
            console.line(&line)?;
        }
    }
    Ok(FINE)
}

fn print_card(
    file: &PhoneFile,
    wanted: Option<&str>,
    today: NaiveDate,
    console: &mut Console<'_>,
) -> Result<u8, Failure> {
    remark_on_mistakes(file, console);
    let playbook = if let Some(id) = wanted {
        playbook_files::find(id)?.files()?.playbook
    } else {
        let known = playbooks();
        let served: Vec<String> = crate::contacts::review::covered(&file.list, &known.iter().collect::<Vec<_>>())
            .iter()
            .map(|playbook| playbook.id.to_string())
            .collect();
        let [only] = served.as_slice() else {
            let which =
                if served.is_empty() { "no playbook".to_owned() } else { format!("several: {}", served.join(", ")) };
            return Err(Failure::refused(
                format!("The list serves {which}, so the card does not know whose order to follow."),
                "Name the playbook: breachbook contacts card PLAYBOOK.",
            ));
        };
        let only = only.clone();
        known.into_iter().find(|playbook| playbook.id.as_str() == only).expect("it is one of those")
    };
    console.block(&card(&file.list, &playbook, today))?;
    Ok(FINE)
}

fn new(path: &Path, console: &mut Console<'_>) -> Result<u8, Failure> {
    let shown = new_file::write(path, STARTER.as_bytes(), "")?;
    console.line(&format!("{shown} is written. Put your people into it, then: breachbook contacts check {shown}"))?;
    Ok(FINE)
}

/// Prints the people of an address book.
fn take(path: &Path, into: Option<&Path>, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let path = typed_path::meant(path);
    let shown = inert_line(&path.to_string_lossy()).into_owned();
    let refused =
        |why: String| Failure::refused(format!("{shown} was not read: {why}."), "Give the path of an address book.");
    let mut bytes = Vec::new();
    let source = files::source(&path).map_err(refused)?;
    let read = source.take(import::MOST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| refused(error.to_string()))?;
    if bytes.len() as u64 > import::MOST_BYTES {
        return Err(refused(format!("it has more than {} MiB", import::MOST_BYTES >> 20)));
    }
    let taken = import::read(&bytes).map_err(|why| not_taken(&shown, &why))?;
    let wanted = into.map(Path::to_owned).or_else(|| place.phone_list());
    let list = match (wanted, into) {
        (None, _) => PhoneList::default(),
        (Some(_), given) => file(given, place)?.list,
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    console.block(&import::blocks(&name, &taken, &list))?;
    Ok(FINE)
}

fn not_taken(shown: &str, why: &import::NotTaken) -> Failure {
    use crate::source::table::NotRows;
    match why {
        import::NotTaken::Not(NotRows::Empty) => {
            Failure::refused(format!("{shown} is empty."), "Export the address book again.")
        }
        import::NotTaken::Not(NotRows::Binary(line)) => Failure::refused(
            format!("{shown} is no address book: it is not text. It begins: {}", inert_line(line)),
            "Export it as vCard or CSV.",
        ),
        import::NotTaken::NoName(line) => Failure::refused(
            format!("{shown} has no headings that are known, one of them a name. It begins: {}", inert_line(line)),
            "Write a line of headings above it: Name, Mobile phone, Business phone, Home phone, E-mail.",
        ),
        import::NotTaken::Exercise => Failure::refused(
            "This list left an EXERCISE: nobody in it is real, and no number of it belongs in a phone list.",
            "Give the list that the organisation keeps.",
        ),
        import::NotTaken::Nobody => {
            Failure::refused(format!("Nobody in {shown} has a name."), "Export the address book again.")
        }
    }
}
