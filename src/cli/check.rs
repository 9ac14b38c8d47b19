//! `playbook check`: every mistake with its line, over files that belong together.

use super::console::Console;
use super::failure::{FINE, Failure, REFUSED};
use super::playbook_files::{find, in_folder, letter_folders, read};
use crate::base::text::counted;
use crate::playbook::letter::{Letters, check as check_letters};
use crate::playbook::load::load_checked;
use crate::playbook::review::compare;
use crate::playbook::{Playbook, bundled, load};
use crate::source::{Problem, Source};
use crate::store::letters::read as read_letters;
use std::path::{Path, PathBuf};

/// Checks each playbook.
pub fn check(paths: &[PathBuf], console: &mut Console<'_>) -> Result<u8, Failure> {
    let mut code = FINE;
    let mut given = Vec::new();
    for path in paths {
        match meant(path, console) {
            Ok(sources) => given.push(Given::new(path, sources)),
            Err(failure) => code = code.max(failure.tell(console)),
        }
    }
    let given = joined(given);
    let reviews: Vec<Playbook> = given.iter().filter_map(|given| load_checked(&given.sources).playbook).collect();
    let mut mistaken = false;
    for Given { shown, sources, path } in &given {
        let mut loaded = load(sources);
        if let Some(named) = loaded.playbook.as_ref().and_then(|playbook| playbook.review.clone()) {
            let here = reviews.iter().find(|review| review.id == named);
            match here.cloned().or_else(|| review_beside(path, named.as_str())) {
                Some(review) => compare(&mut loaded, &review),
                None => console.remark(&format!(
                    "{shown}: the review {named} is not among the playbooks here, so it was not compared."
                )),
            }
        }
        let (mut sources, mut faulty) = (sources.clone(), false);
        if let Some(playbook) = &loaded.playbook {
            let texts = texts(path, playbook);
            let found = check_letters(playbook, &texts, sources.len());
            faulty = found.iter().any(Problem::is_error);
            loaded.problems.extend(found);
            sources.extend(texts.all().cloned());
        }
        let errors = loaded.problems.iter().filter(|problem| Problem::is_error(problem)).count();
        let warnings = loaded.problems.len() - errors;
        if !loaded.problems.is_empty() {
            mistaken |= !sources.iter().any(|source| source.text.lines().any(|line| line.starts_with("#:schema")));
            console.block(&loaded.rendered(&sources))?;
        }
        let found = format!("{}, {}", counted(errors, "mistake", "mistakes"), counted(warnings, "warning", "warnings"));
        let idle = loaded.idle_clauses();
        match loaded.playbook {
            Some(_) if faulty => {
                console.line(&format!("{shown}: its texts have mistakes: {found}."))?;
                code = code.max(REFUSED);
            }
            Some(playbook) => {
                let items = counted(playbook.items.len(), "item", "items");
                let clauses = counted(playbook.clauses.len(), "clause", "clauses");
                if idle > 0 && bundled::bundled_text(playbook.id.as_str()).is_some() {
                    console.line(&refusal(shown, &playbook, idle))?;
                    code = code.max(REFUSED);
                    continue;
                }
                console
                    .line(&format!("{shown}: playbook {} can be used: {items}, {clauses}; {found}.", playbook.id))?;
            }
            None => {
                console.line(&format!("{shown}: cannot be used: {found}."))?;
                code = code.max(REFUSED);
            }
        }
    }
    if mistaken {
        console.remark(EDITORS);
    }
    Ok(code)
}

/// The texts of a playbook: the bundled ones, those beside it, and before both the organisation's own, whatever is wrong with them.
fn texts(path: &Path, playbook: &Playbook) -> Letters {
    let id = playbook.id.as_str();
    let given = path.exists().then_some(path);
    let own = letter_folders(given, id).into_iter().flat_map(|folder| read_letters(&folder));
    own.fold(bundled::letters(id), Letters::with_own)
}

/// Where mistakes are seen while they are made.
const EDITORS: &str = "Editors show mistakes while you type: write `breachbook playbook schema` into playbook.schema.json, and \
                       `#:schema ./playbook.schema.json` as the first line of the playbook.";

/// A playbook that is to be checked.
struct Given {
    /// Its path or paths, for people.
    shown: String,
    sources: Vec<Source>,
    path: PathBuf,
}

impl Given {
    fn new(path: &Path, sources: Vec<Source>) -> Self {
        Self { shown: path.to_string_lossy().into_owned(), sources, path: path.to_owned() }
    }

    /// Whether it names itself; a file that does not is a part of one that does.
    fn has_head(&self) -> bool {
        self.sources.iter().any(|source| source.text.lines().any(|line| line.trim_start().starts_with("[playbook]")))
    }
}

/// Files that name no playbook are read with the one that does, where one alone is given or stands in the same folder.
fn joined(given: Vec<Given>) -> Vec<Given> {
    let (mut whole, parts): (Vec<Given>, Vec<Given>) = given.into_iter().partition(Given::has_head);
    for part in parts {
        let one = whole.len() == 1;
        let beside = |whole: &&mut Given| one || whole.path.parent() == part.path.parent() && whole.path != part.path;
        let mut owners = whole.iter_mut().filter(beside);
        match (owners.next(), owners.next()) {
            (Some(owner), None) => {
                owner.shown = format!("{} with {}", owner.shown, part.shown);
                owner.sources.extend(part.sources);
                owner.sources.sort_by(|one, other| one.name.cmp(&other.name));
            }
            _ => whole.push(part),
        }
    }
    whole
}

/// The review of that id: beside the playbook, or among the playbooks of this person.
fn review_beside(path: &Path, id: &str) -> Option<Playbook> {
    let folder = path.parent().filter(|_| path.is_file());
    let beside = folder.and_then(|folder| {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        in_folder(folder).into_iter().find(|(_, summary)| summary.id == id)
    });
    match beside {
        Some((path, _)) => load_checked(&read(&path).ok()?).playbook,
        None => find(id).ok()?.files().ok().map(|files| files.playbook),
    }
}

/// The playbook that is to be checked: what lies at a path, otherwise the playbook of that id.
fn meant(path: &Path, console: &mut Console<'_>) -> Result<Vec<Source>, Failure> {
    let id = path.to_str().filter(|_| path.symlink_metadata().is_err());
    let Some(id) = id else { return read(path) };
    let found = find(id)?;
    if let Some(remark) = &found.remark {
        console.remark(remark);
    }
    Ok(found.sources)
}

/// Whoever starts a bundled playbook relies on it that nothing of the policy is left out, in a changed copy, too.
fn refusal(shown: &str, playbook: &Playbook, idle: usize) -> String {
    let clauses = counted(idle, "clause is", "clauses are");
    format!(
        "{shown}: refused: {clauses} not worked on, and {id} is the id of a bundled playbook, in which every clause has to \
         be. Cite each where its work is done, or give your playbook an id of its own.",
        id = playbook.id
    )
}
