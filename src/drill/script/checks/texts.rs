//! Every text of a script, with who sees it when.

use crate::drill::script::raw::file::{RawHead, RawScript};
use crate::source::Span;
use crate::source::value::Words;

/// Who sees a text, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Seen {
    /// Players may see it before anything is sent.
    Beforehand,
    /// Part of an inject: its title and text.
    Inject(u32),
    /// The gist of an inject: on the screen while its text is read out.
    Gist,
    /// The facilitator, or the simulation cell.
    Facilitator,
}

pub(super) struct Piece<'a> {
    pub text: &'a str,
    pub span: Span,
    pub seen: Seen,
}

/// All texts but the kept columns of a list, which go nowhere but into a list again.
pub(super) fn pieces<'a>(raw: &'a RawScript, head: &'a RawHead) -> Vec<Piece<'a>> {
    let mut pieces = Pieces(Vec::new());
    pieces.add(&head.title, Seen::Facilitator);
    pieces.add(&head.players_title, Seen::Beforehand);
    pieces.all(head.briefing.as_ref(), Seen::Beforehand);
    pieces.all(&head.rules, Seen::Beforehand);
    for objective in &raw.objective {
        pieces.add(&objective.text, Seen::Facilitator);
    }
    for role in &raw.role {
        pieces.all(role.number.as_ref(), Seen::Beforehand);
        pieces.all(role.card.as_ref(), Seen::Facilitator);
    }
    for module in &raw.module {
        pieces.add(&module.title, Seen::Beforehand);
        pieces.all(module.text.as_ref(), Seen::Beforehand);
        pieces.all(&module.questions, Seen::Beforehand);
    }
    for inject in &raw.inject {
        let number = inject.number.value;
        pieces.add(&inject.title, Seen::Inject(number));
        pieces.add(&inject.text, Seen::Inject(number));
        pieces.all(inject.gist.as_ref(), Seen::Gist);
        pieces.add(&inject.from, Seen::Facilitator);
        pieces.all(&inject.to.0, Seen::Facilitator);
        pieces.all(inject.notes.as_ref(), Seen::Facilitator);
    }
    for expect in &raw.expect {
        pieces.add(&expect.text, Seen::Facilitator);
    }
    pieces.0
}

struct Pieces<'a>(Vec<Piece<'a>>);

impl<'a> Pieces<'a> {
    fn add<const MAX: usize>(&mut self, words: &'a Words<MAX>, seen: Seen) {
        if !words.text.is_empty() {
            self.0.push(Piece { text: &words.text, span: words.span, seen });
        }
    }

    fn all<const MAX: usize>(&mut self, words: impl IntoIterator<Item = &'a Words<MAX>>, seen: Seen) {
        words.into_iter().for_each(|words| self.add(words, seen));
    }
}
