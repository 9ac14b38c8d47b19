//! The facilitator's lane while an exercise is looked back on from its console: beside the screens where there is room, else in the place
//! of the console.

use crate::judge::View;
use crate::judge::view::replay::Replay;
use crate::page::{Document, drill_lane};
use crate::session::drill::Conduct;
use crate::tui::canvas::Canvas;
use crate::tui::layout::read;
use crate::tui::page::Scroll;
use ratatui::layout::Rect;

/// From this width on it stands beside the screens, which keep so many columns.
const WIDE: u16 = 110;
const MAIN: u16 = 78;

/// A moment that is looked back on from a console, and the case as it stood.
pub(in crate::tui) type Back<'a> = (&'a Replay, &'a Conduct, View<'a>);

/// What was sent, judged and noted by the moment that is shown; `None` where nobody looks back, or not from a console.
fn page(back: Option<Back<'_>>) -> Option<Document> {
    let (replay, conduct, then) = back?;
    let lines = drill_lane::lane(&then, conduct.case().state(), conduct.control().state(), drill_lane::until(replay)?);
    Some(drill_lane::page(lines))
}

/// Draws it beside a screen, and says what is left for that.
pub(in crate::tui) fn beside(canvas: &mut Canvas<'_>, area: Rect, back: Option<Back<'_>>) -> Rect {
    let Some(page) = (area.width >= WIDE).then(|| page(back)).flatten() else { return area };
    canvas.line_down(Rect { x: area.x + MAIN + 1, width: 1, ..area });
    let side = Rect { x: area.x + MAIN + 3, width: area.width.saturating_sub(MAIN + 4), ..area };
    // What came last is in sight.
    let page = read(&page, side.width);
    page.draw(canvas, side, page.len().saturating_sub(side.height));
    Rect { width: MAIN, ..area }
}

/// Draws it in the place of the console. Says whether it did.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, back: Option<Back<'_>>, scroll: &Scroll) -> bool {
    let Some(page) = page(back) else { return false };
    let inner = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    let page = read(&page, inner.width);
    page.draw(canvas, inner, scroll.top(&page, inner.height));
    true
}
