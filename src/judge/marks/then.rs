//! What was so for whoever wrote a record, or looked at it again last.

use crate::base::ItemId;
use crate::judge::evidence::counting::Counting;
use crate::judge::fallen::record::Ground;
use crate::judge::fallen::roots::{Roots, as_seen};
use crate::judge::fallen::sight::Sight;
use crate::judge::truth::lookup::Knowledge;

/// Asks what was so by what they had seen of all that these names hang on. What fell since counts there; what had fallen for them,
/// too, does not, or whoever says that it is still right would be asked for ever.
pub(in crate::judge) fn then<'a, T>(
    ground: &Ground<'a>,
    truth: &Knowledge<'a>,
    sight: &Sight<'_>,
    named: &[ItemId],
    ask: impl FnOnce(&Knowledge<'_>) -> T,
) -> T {
    let ids = ground.roots.of_several(named);
    let mut over = as_seen(ground.state, sight, ids.iter().cloned());
    for id in ids.iter().filter(|id| !over.contains_key(*id)).collect::<Vec<_>>() {
        if let Some(without) = truth.state.laid_over(id.as_str()).filter(|_| saw_it_fall(ground, sight, id)) {
            over.insert(id.clone(), without.clone());
        }
    }
    ask(&Knowledge::new(ground.playbook, Counting::new(ground.state, &over)))
}

/// Whether they had seen all that can have made records of an item fall.
fn saw_it_fall(ground: &Ground<'_>, sight: &Sight<'_>, id: &ItemId) -> bool {
    let playbook = ground.playbook;
    let lines = playbook.item(id.as_str()).into_iter().flat_map(|item| &item.again).filter(|line| line.hard);
    let of_line = lines.flat_map(|line| {
        let named = line.on.iter().map(|of| of.id().clone());
        named.chain(line.condition.iter().flat_map(Roots::named))
    });
    let scales = playbook.scales.iter().filter(|scale| scale.decided_by.as_ref() == Some(id));
    let named: Vec<ItemId> = of_line.chain(scales.map(|scale| scale.id.clone())).collect();
    // The decision of a scale is among all that the scale hangs on.
    ground.roots.of_several(&named).iter().all(|name| name == id || !sight.misses(name.as_str()))
}
