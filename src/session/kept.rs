//! The playbook that a case is worked on with: the one it was opened with, wherever a copy of that is.

use super::PlaybookFiles;
use super::masking::masks;
use crate::case::CaseState;
use crate::journal::{Damage, Mode};
use crate::playbook::{Playbook, bundled, load};
use crate::store::frozen::NO_PLAYBOOK;
use crate::store::{CaseFolder, Frozen, StoreError};

pub struct Kept {
    /// The playbook; one with nothing in it where none can be read.
    pub playbook: Playbook,
    /// How the header of a run names it.
    pub header: String,
    pub absent: bool,
    /// What is used instead of the one in the case, where that is not as it was.
    pub instead: Option<Damage>,
}

impl Kept {
    /// Looks for the playbook of a case: the kept one if it is the one that the case was opened with; else
    /// the bundled one with that digest; else the kept one as it is now, which the run then names in its header; else none.
    pub fn of(frozen: &Frozen) -> Self {
        let wanted = &frozen.wanted;
        let digest = frozen.digest();
        let as_it_was = wanted.first.is_none() || wanted.first == digest;
        let digest_is_known = digest.is_some();
        let kept = match frozen.load().zip(digest) {
            Some((playbook, header)) if as_it_was => return Self { playbook, header, absent: false, instead: None },
            kept => kept,
        };
        if let Some(Some(header)) = (!as_it_was).then_some(wanted.first.as_ref())
            && let Some(mut playbook) = header.strip_prefix("sha256:").and_then(load_bundled)
        {
            playbook.letters = frozen.letters();
            let says =
                "The copy of it that comes with this program is used; it is the one that the case was opened with.";
            return Self { playbook, header: header.clone(), absent: false, instead: Some(instead(says)) };
        }
        if let Some((playbook, header)) = kept {
            let says = "No copy of the one that the case was opened with was found, so it is used as it is now. \
                        Answers may stand under changed questions; each run names the text that it worked with.";
            return Self { playbook, header, absent: false, instead: Some(instead(says)) };
        }
        let unreadable = "It is as it was when the case was opened, and this version of the program cannot read it. Notes can be recorded; \
                          answers, calls and tasks are kept as notes. Open the case with the version that it was opened with.";
        let none = "No copy of it was found. Notes can be recorded; answers, calls and tasks are kept as notes. \
                    Put the folder \"playbook\" of another copy of the case in its place and open the case again.";
        Self {
            playbook: Playbook::absent(),
            header: NO_PLAYBOOK.to_owned(),
            absent: true,
            instead: Some(instead(if as_it_was && digest_is_known { unreadable } else { none })),
        }
    }

    /// The same as people may see it: that of an exercise without anybody's number.
    #[must_use]
    pub fn shown(mut self, mode: Mode, state: &CaseState) -> Self {
        if mode == Mode::Exercise {
            masks(state).playbook(&mut self.playbook);
        }
        self
    }

    /// The same, reading the journals first.
    pub fn of_folder(folder: &CaseFolder) -> Result<Self, StoreError> {
        let journals = folder.read()?;
        Ok(Self::of(&Frozen::of(folder, &journals, &journals.order())))
    }
}

impl PlaybookFiles {
    /// The playbook with which a case was opened, for another case: its texts come with it, and nobody's number is masked. `None`
    /// where the copy in the case is not as it was.
    pub fn of_case(folder: &CaseFolder) -> Option<Self> {
        let journals = folder.read().ok()?;
        let frozen = Frozen::of(folder, &journals, &journals.order());
        let as_it_was = frozen.digest().is_some() && frozen.digest() == frozen.wanted.first;
        let playbook = frozen.load().filter(|_| as_it_was)?;
        let files = frozen.playbook().into_iter().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        Some(Self { playbook, files })
    }
}

fn instead(says: &str) -> Damage {
    Damage { place: "playbook".into(), code: "instead", says: says.to_owned() }
}

fn load_bundled(sha256: &str) -> Option<Playbook> {
    load::load_checked(&[bundled::with_digest(sha256)?]).playbook
}
