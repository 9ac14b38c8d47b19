//! What a letter is looked at for: which text holds, what it lacks, and what says something else than its draft.

use crate::base::ItemId;
use crate::judge::View;
use crate::judge::evidence::Counting;
use crate::judge::fallen::record::Ground;
use crate::judge::fallen::roots::{Roots, as_seen};
use crate::judge::fallen::sight::Sight;
use crate::judge::items::chosen;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::says as said;
use crate::judge::types::said::contents;
use crate::playbook::Item;
use crate::playbook::condition::Subject;
use crate::playbook::item::Document;

impl Knowledge<'_> {
    /// The text that a document has now, by its id; `None` where it has one for every state.
    ///
    /// # Errors
    /// What is not known, where none is known to hold and one may.
    pub fn text_of<'b>(&self, body: &'b Document) -> Result<Option<&'b ItemId>, Vec<Subject>> {
        chosen(self, body)
    }
}

impl View<'_> {
    /// What a document lacks, by the places of its contents.
    pub fn lacks_of(&self, item: &Item) -> impl Iterator<Item = usize> + use<'_> {
        self.status(item).into_iter().flat_map(|status| status.lacks.iter().copied())
    }

    /// The first content that says something else now than whoever drafted a text could know, by its place; `Some(None)` where all
    /// of them say the same and another text holds. `None` where nothing differs.
    pub fn differs_from_draft(&self, item: &Item, body: &Document, draft: usize) -> Option<Option<usize>> {
        let sight = Sight::of(self.state, draft, &item.id, &|_| true);
        let ground = Ground::of(self.playbook, self.state);
        let named = body.contents.iter().map(|content| content.from.clone());
        let named: Vec<ItemId> = named.chain(body.texts.iter().flat_map(|text| Roots::named(&text.when))).collect();
        let over = as_seen(self.state, &sight, ground.roots.of_several(&named));
        if over.is_empty() {
            return None;
        }
        let (then, now) = (Knowledge::new(self.playbook, Counting::new(self.state, &over)), self.knowledge());
        let (was, is) = (said::contents(&then, &body.contents), said::contents(&now, &body.contents));
        if let Some((at, _, _)) = contents(&was, &is).next() {
            return Some(Some(at));
        }
        // What was not known then, or did not arise, and is known now; or the other way round.
        let out = |knowledge: &Knowledge<'_>, at: usize| knowledge.is_out(body.contents[at].from.as_str());
        let differs = |at: usize| was.contains_key(&at) != is.contains_key(&at) || out(&then, at) != out(&now, at);
        if let Some(at) = (0..body.contents.len()).find(|at| differs(*at)) {
            return Some(Some(at));
        }
        let chosen = |knowledge: &Knowledge<'_>| chosen(knowledge, body).ok().flatten().cloned();
        (chosen(&then) != chosen(&now)).then_some(None)
    }
}
