//! `drill run`: an exercise from a script. It makes both folders, calls the roll and opens the console.

use super::super::console::{Console, columns};
use super::super::failure::Failure;
use super::super::place::Place;
use super::super::playbook_files;
use super::lead::{Opened, open_console};
use super::scripts;
use crate::base::text::counted;
use crate::drill::script::bundled;
use crate::plain::{StandardInput, Wrapped, before_drill, lead};
use crate::session::drill::{Begin, Conduct};
use crate::session::improvements;
use crate::session::saving::{Save, Saving, What};
use crate::store::control::MAX_FILE;
use crate::store::letters::Looked;
use crate::store::open::read_bounded;
use clap::Args;
use std::path::{Path, PathBuf};

/// Arguments of `drill run`.
#[derive(Args, Debug)]
pub struct RunArgs {
    /// Id of a bundled script, or the path of a .toml file.
    #[arg(value_name = "SCRIPT")]
    script: String,
    /// The facilitator; without it BREACHBOOK_BY, then the login of this computer.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Folder for the control folder, which players must not have; without it "control" beside the folder of cases.
    #[arg(long, value_name = "DIR")]
    control: Option<PathBuf>,
    /// The playbook, for a script that is written for any.
    #[arg(long, value_name = "PLAYBOOK")]
    playbook: Option<String>,
    /// A line at a time, instead of the full screen.
    #[arg(long)]
    plain: bool,
}

/// Makes the exercise and leads it.
pub fn run(args: &RunArgs, light: bool, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let side = place.facilitator()?;
    let found = scripts::find(&args.script)?;
    let loaded = found.load();
    let errors = loaded.errors();
    let Some(script) = loaded.script else {
        return Err(Failure::refused(
            format!("The script {} cannot be used: it has {}.", found.shown, counted(errors, "mistake", "mistakes")),
            format!("See each with its line: breachbook drill check {}", found.shown),
        ));
    };
    let id = match (&script.playbook, &args.playbook) {
        (Some(id), None) => id.to_string(),
        (None, Some(id)) => id.clone(),
        (Some(id), Some(_)) => {
            return Err(Failure::refused(
                format!("The script {} is written for the playbook {id}.", found.shown),
                "Leave --playbook out.",
            ));
        }
        (None, None) => {
            return Err(Failure::refused(
                format!("The script {} is written for any playbook.", found.shown),
                "Say which one: --playbook ID. See them with: breachbook playbook list",
            ));
        }
    };
    let chosen = playbook_files::find(&id)?;
    if let Some(remark) = &chosen.remark {
        console.remark(remark);
    }
    let files = chosen.files()?;
    let Looked { letters, remarks } = chosen.letters(&files.playbook);
    for remark in &remarks {
        console.remark(remark);
    }
    let (person, by_login) = place.recorder(args.by.as_deref())?;
    if let Some(remark) = by_login {
        console.remark(&remark);
    }
    let begin = Begin {
        script,
        text: &found.source.text,
        read: &|name| read(found.folder.as_deref(), name),
        playbook: files.with_letters(letters),
        person: &person,
    };
    let opening = Save { what: What::Case, case: String::new(), before: None };
    let saving = Saving::default();
    #[cfg(unix)]
    crate::plain::watch(&saving, crate::plain::Idle::GoesOn);
    let conduct = place
        .leading(args.control.as_deref(), |world| saving.during(opening, || Conduct::begin(world, begin, side)))?;
    let mut conduct = conduct.map_err(Failure::from)?;
    let name = conduct.case().folder().name();
    console.line(&format!("EXERCISE {name} is made. Its folder: {}", shown(conduct.case().folder().path())))?;
    console.line(&format!("Control folder, never for players: {}", shown(conduct.control().folder().path())))?;
    // The command stands in a line of its own, for it is read to the players.
    console.line("Players, in another terminal or on a laptop that has a copy of that folder:")?;
    console.line(&format!("  breachbook{} open {name}", place.cases_flag()))?;
    for warning in conduct.warnings() {
        console.remark(&warning);
    }
    let mut input = StandardInput::new();
    let now = place.now();
    let (open, unread) = improvements::open(place.library()?, Some(&id), now)?;
    for why in &unread {
        console.remark(why);
    }
    let more = {
        let mut out = Wrapped::at(console.out, &columns);
        before_drill(&mut conduct, &open, now, &|| place.clock(), &mut input, &mut out)?;
        lead::roll_call(&mut conduct, &saving, &mut input, &mut out)?
    };
    console.line(&format!("Taken up again with: breachbook{} drill console {name}", place.cases_flag()))?;
    let opened = Opened { conduct, saving, plain: args.plain || !more, light };
    open_console(opened, &mut input, place, console)
}

/// A file that goes out with an inject: beside the script, or bundled.
fn read(folder: Option<&Path>, name: &str) -> Result<Vec<u8>, String> {
    match folder {
        Some(folder) => read_bounded(&folder.join(name), MAX_FILE).map_err(|why| why.to_string()),
        None => bundled::bundled_file(name).map(<[u8]>::to_vec).ok_or_else(|| "it is not bundled".to_owned()),
    }
}

fn shown(path: &Path) -> String {
    crate::base::text::inert_line(&path.to_string_lossy()).into_owned()
}
