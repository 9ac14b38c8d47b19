//! Sending: one entry in the case, on the disk before anybody is told that it is out. It never waits, not for the plan, a hold, a
//! pause or the start of the clock. A try that was not confirmed is made again under the same entry id.

use super::conduct::{Conduct, Folder};
use super::failure::{FILE_CHANGED, FILE_UNREAD, NO_INJECT, SCRIPT_CHANGED};
use crate::base::Delivery;
use crate::drill::roll;
use crate::drill::script::{Addressee, Inject};
use crate::record::refusal::quoted;
use crate::record::verbs::drill::release;
use crate::record::{Draft, Receipt, offers};
use crate::session::SubmitError;
use crate::store::attachments;
use crate::store::control::{MAX_FILE, attachment};
use crate::store::{Files, Taking, files};
use std::io::{self, Read};

/// An inject that is in no script.
#[derive(Clone, Copy, Debug)]
pub struct OnTheSpot<'a> {
    pub from: &'a str,
    pub to: &'a [&'a str],
    /// How it goes; on a screen where nothing is said.
    pub delivery: Option<Delivery>,
    pub text: &'a str,
}

impl Conduct {
    /// Sends an inject of the script.
    ///
    /// # Errors
    /// If there is none of that number, it is out, a file of it cannot be read, or the disk does not take it. Nothing is out then.
    pub fn send(&mut self, number: &str) -> Result<Receipt, SubmitError> {
        if let Some(fault) = self.fault() {
            return Err(SCRIPT_CHANGED.about(fault.to_string()).into());
        }
        let found = number.parse().ok().and_then(|number| self.script().inject(number));
        let inject = found.ok_or_else(|| NO_INJECT.about(quoted(number)))?.clone();
        self.turn();
        offers(&self.case.view(), &release::VERB, "")?;
        let (mut listed, mut copies) = (Vec::new(), Vec::new());
        for name in &inject.files {
            let copy = self.copy(name)?;
            listed.push(format!("{} {name}", copy.sha256()));
            copies.push(copy);
        }
        let draft = drafted(&inject, &listed);
        let receipt = self.case.settle_draft(&draft, copies)?;
        Ok(self.noted(Folder::Case, receipt))
    }

    /// Sends an inject that somebody made on the spot; its number is that of the last sent with a letter.
    ///
    /// # Errors
    /// If a word is missing, or the disk does not take it.
    pub fn send_on_the_spot(&mut self, inject: OnTheSpot<'_>) -> Result<Receipt, SubmitError> {
        let delivery = inject.delivery.unwrap_or(Delivery::Screen);
        let words = if delivery.is_spoken() { &release::GIST } else { &release::TEXT };
        let draft = Draft::new(&release::VERB, "")
            .with(&release::INJECT, self.plan().next_on_the_spot())
            .with(&release::FROM, inject.from)
            .with(&release::TO, inject.to.join("\n"))
            .with(&release::DELIVERY, delivery.word())
            .with(words, inject.text);
        // What somebody typed needs words, whoever reads them out.
        draft.words(words)?;
        self.in_case(&draft)
    }

    /// Copies a file of an inject from the control folder into the case; it lies there under its digest before the entry that
    /// names it.
    fn copy(&self, name: &str) -> Result<Taking, SubmitError> {
        let unread = |why: String| SubmitError::from(FILE_UNREAD.about(name).and(why));
        let path = attachment(self.control.folder(), name).ok_or_else(|| unread("it has no plain name".into()))?;
        let (source, found) = files::whole(&path).map_err(unread)?;
        if found.len() > MAX_FILE {
            return Err(unread(format!("it has more than {} MiB", MAX_FILE >> 20)));
        }
        let mut taking = Files::handed_out(self.case.folder(), name).take(Box::new(io::empty()))?;
        let mut bytes = Vec::new();
        source.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(|error| unread(error.to_string()))?;
        match taking.add(&bytes) {
            Ok(()) => {
                let then = attachments::digest_of(roll::files(self.control.state()), name);
                match then {
                    Some(then) if then != taking.sha256() => Err(FILE_CHANGED.about(name).into()),
                    _ => Ok(taking),
                }
            }
            Err(error) => Err(match taking.refused() {
                Some(not_recorded) => not_recorded.into(),
                None => unread(error.to_string()),
            }),
        }
    }
}

/// What of an inject enters the case: never its title, its notes or the text of one that is spoken.
fn drafted(inject: &Inject, files: &[String]) -> Draft {
    let to: Vec<_> = inject.to.iter().map(Addressee::as_str).collect();
    let (text, gist) =
        if inject.delivery.is_spoken() { (None, inject.gist.clone()) } else { (Some(inject.text.clone()), None) };
    Draft::new(&release::VERB, "")
        .with(&release::INJECT, inject.number.to_string())
        .with(&release::FROM, inject.from.as_str())
        .with(&release::TO, to.join("\n"))
        .with(&release::DELIVERY, inject.delivery.word())
        .with_some(&release::TEXT, text)
        .with_some(&release::GIST, gist)
        .with_some(&release::FILES, Some(files.join("\n")).filter(|all| !all.is_empty()))
        .with_some(&release::ABSENT, inject.absent.as_ref().map(ToString::to_string))
}
