//! What is wrong with a case as far as a look at it shows: its journals and its playbook. Files that entries name are hashed only
//! by `verify`.

use super::Journals;
use super::frozen::Frozen;
use crate::base::text::counted;
use crate::journal::{Damage, Ordered};

/// Most faults of journals that are told one by one; `verify` tells more.
const TOLD: usize = 50;

/// Everything that is wrong with a case, beyond unfinished writes. `ordered` is what [`Journals::order`] gave.
pub fn of_case(frozen: &Frozen, journals: &Journals, ordered: &Ordered<'_>) -> Vec<Damage> {
    let mut all = of_journals(journals, ordered);
    all.extend(frozen.damage());
    all
}

/// Everything that is wrong with the journals; of very many faults the first.
pub fn of_journals(journals: &Journals, ordered: &Ordered<'_>) -> Vec<Damage> {
    let inside = journals.files.iter().flat_map(|file| {
        let faults = file.scan.faults.iter().filter(|fault| !fault.is_remark());
        faults.map(|fault| Damage {
            place: format!("journals/{}", file.name),
            code: fault.code(),
            says: fault.to_string(),
        })
    });
    let between = ordered.faults.iter().map(|fault| Damage {
        place: "journals".into(),
        code: fault.code(),
        says: fault.to_string(),
    });
    let mut all = inside.chain(between);
    let mut told: Vec<Damage> = all.by_ref().take(TOLD).collect();
    if told.is_empty() {
        told.extend(no_entry(ordered));
    }
    let more = all.count();
    if more > 0 {
        let says = format!("{}. See them with: breachbook verify", counted(more, "more fault", "more faults"));
        told.push(Damage { place: "journals".into(), code: "further", says });
    }
    told
}

/// Where nothing else is wrong with the journals: every case begins with an entry, which is on the disk before the case has its
/// name. Journals that were all taken away, or emptied, leave nothing else behind that tells of them.
pub fn no_entry(ordered: &Ordered<'_>) -> Option<Damage> {
    ordered.entries.is_empty().then(|| Damage {
        place: "journals".into(),
        code: "missing",
        says: "Missing: no sound entry is there, although every case begins with one. Look for the journals in another copy of \
               the case."
            .into(),
    })
}
