//! What the console draws, made at one look and kept until an entry or a second later.

use super::review::Review;
use crate::base::ItemId;
use crate::drill::figures::Figures;
use crate::drill::plan::Stands;
use crate::page::console::{self, Board};
use crate::page::{Document, Line, Row};
use crate::session::drill::Conduct;
use std::cell::RefCell;
use std::rc::Rc;

/// Everything that stands on the screen.
pub(super) struct Sheet {
    pub injects: Vec<OfInject>,
    /// People and figures.
    pub beside: Document,
    /// What the clock does not say by itself.
    pub remarks: Vec<String>,
    /// `part: 18:50 left`.
    pub part_left: Option<String>,
    /// What is left once the exercise has ended.
    pub review: Option<Review>,
}

/// One inject.
pub(super) struct OfInject {
    pub number: String,
    pub stands: Stands,
    /// Why sending it now is asked for twice.
    pub out_of_turn: Option<String>,
    pub row: Row,
    /// The same for a narrow screen.
    pub in_short: Row,
    /// What is read out or handed over, and what only the facilitator knows of it.
    pub text: Document,
    pub expected: Vec<OfExpectation>,
    pub seen: Vec<Line>,
}

/// One expectation of it.
pub(super) struct OfExpectation {
    pub id: ItemId,
    pub objective: ItemId,
    pub text: String,
    pub row: Row,
}

impl Sheet {
    /// Which is to be sent next: the first of the part that is played, or of the first part before the clock starts.
    pub(super) fn next(&self) -> Option<usize> {
        let waits = |one: &OfInject| match one.stands {
            Stands::Due | Stands::Next | Stands::ByHand => true,
            Stands::Later => one.out_of_turn.is_none(),
            Stands::Held | Stands::If | Stands::Unarmed | Stands::Skipped | Stands::Sent => false,
        };
        self.injects.iter().position(waits)
    }

    /// Which was sent last.
    pub(super) fn latest(&self) -> Option<usize> {
        self.injects.iter().position(|one| one.stands == Stands::Sent)
    }

    fn of(conduct: &Conduct, improvements: Option<&str>) -> Self {
        let board = conduct.board();
        let figures = conduct.figures(&board.course);
        Self {
            injects: board.plan.slots.iter().map(|slot| of_inject(&board, slot)).collect(),
            beside: beside(&board, &figures, improvements),
            remarks: console::remarks(&board),
            part_left: console::part_left(&board),
            review: board.played.has_ended().then(|| Review::of(conduct)),
        }
    }
}

fn beside(board: &Board<'_>, figures: &Figures, improvements: Option<&str>) -> Document {
    let mut page = console::beside(board, figures);
    page.gap().text(console::parked(board, improvements));
    page
}

fn of_inject(board: &Board<'_>, slot: &crate::drill::plan::Slot<'_>) -> OfInject {
    let number = slot.inject.map(|inject| inject.number);
    let own = board.course.expected.iter().filter(|one| Some(one.of(board.played.script).inject) == number);
    let expected = own.map(|one| {
        let of = one.of(board.played.script);
        let (id, objective, text) = (of.id.clone(), of.objective.clone(), of.text.clone());
        OfExpectation { id, objective, text, row: console::told_in_short(board, one) }
    });
    OfInject {
        number: slot.number.clone(),
        stands: slot.stands,
        out_of_turn: console::out_of_turn(board, slot),
        row: console::row(board, slot),
        in_short: console::row_in_short(board, slot),
        text: console::text(board, slot),
        expected: expected.collect(),
        seen: console::seen(board, &slot.number),
    }
}

/// Of which revisions of the two folders it was made, in which second, and with which improvements of other cases.
type Of = (u64, u64, i64, Option<String>);

/// The last one that was made.
#[derive(Default)]
pub(super) struct Kept(RefCell<Option<(Of, Rc<Sheet>)>>);

impl Kept {
    pub(super) fn sheet(&self, conduct: &Conduct, improvements: Option<String>) -> Rc<Sheet> {
        let second = conduct.case().reading().wall.instant().timestamp();
        let of = (conduct.case().revision(), conduct.control().revision(), second, improvements);
        let mut kept = self.0.borrow_mut();
        match kept.as_ref().filter(|(known, _)| *known == of) {
            Some((_, sheet)) => Rc::clone(sheet),
            None => {
                let sheet = Rc::new(Sheet::of(conduct, of.3.as_deref()));
                *kept = Some((of, Rc::clone(&sheet)));
                sheet
            }
        }
    }
}
