//! How wide the columns of a table are, for formats that say so before anybody sets the text: estimated from its signs.

use crate::base::text::width;
use crate::page::{Column, ColumnKind, Line, Table};

/// Sizes of text that a table is tried in, in points; never below the last.
const SIZES: [u32; 2] = [9, 8];

/// Widths below are in twentieths of a point, as office programs count.
const POINT: u32 = 20;

/// A sign is about so wide, in hundredths of its size.
const SIGN: u32 = 56;

/// Blank at both sides of a cell.
pub const PADDING: u32 = 5 * POINT;

/// A longer word is broken, in hundredths of the size of the text.
const LONGEST_WORD: u32 = 1_200;

/// Room for initials.
const PENCIL: u32 = 600;

/// How a table stands on a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fit {
    /// Size of the text in points.
    pub size: u32,
    /// The columns side by side, each with its width; together as wide as the page.
    pub across: Vec<(usize, u32)>,
    /// Columns that go to a second line of each row.
    pub below: Vec<usize>,
}

/// Least width of a column, and the width at which none of its lines would be broken.
struct Wish {
    least: u32,
    whole: u32,
    weight: u32,
}

/// Fits a table into a width. Where its longest words do not fit, the text gets smaller, then columns that need not be kept go to a
/// second line of each row, then words are broken.
pub fn fit(table: &Table, wide: u32) -> Fit {
    let all: Vec<usize> = (0..table.columns.len()).collect();
    let kept: Vec<usize> = all.iter().copied().filter(|at| table.columns[*at].keep).collect();
    let [large, small] = SIZES;
    for (size, columns) in [(large, &all), (small, &all), (small, &kept)] {
        let least: u32 = columns.iter().map(|at| wish(table, *at, size).least).sum();
        if least <= wide && !columns.is_empty() {
            return laid_out(table, columns, size, wide);
        }
    }
    laid_out(table, if kept.is_empty() { &all } else { &kept }, small, wide)
}

/// The same for a format in which every column stands beside the others.
pub fn side_by_side(table: &Table, wide: u32) -> Fit {
    let all: Vec<usize> = (0..table.columns.len()).collect();
    laid_out(table, &all, SIZES[0], wide)
}

fn laid_out(table: &Table, columns: &[usize], size: u32, wide: u32) -> Fit {
    let wishes: Vec<Wish> = columns.iter().map(|at| wish(table, *at, size)).collect();
    let across = columns.iter().copied().zip(shared(&wishes, wide)).collect();
    let below = (0..table.columns.len()).filter(|at| !columns.contains(at)).collect();
    Fit { size, across, below }
}

fn wish(table: &Table, at: usize, size: u32) -> Wish {
    let column = &table.columns[at];
    let cells = table.rows.iter().filter_map(|row| row.cells.get(at)).flatten().map(Line::words);
    let marks = table.rows.iter().filter(|_| at == 0).flat_map(|row| &row.says).map(|mark| mark.word());
    let (mut least, mut whole) = (0, 0);
    for text in cells {
        least = least.max(together(column, &text) as u32);
        whole = whole.max(width(&text) as u32);
    }
    // Bold signs are wider, and capitals more so.
    for text in marks.chain([column.title.as_str()]) {
        let longest = text.split_whitespace().map(width).max().unwrap_or(0) as u32;
        let more = if at == 0 { longest * 4 / 3 } else { longest * 9 / 8 };
        least = least.max(more);
        whole = whole.max(more);
    }
    let in_print = |signs: u32| signs.saturating_mul(SIGN).saturating_mul(size * POINT) / 100;
    let pencil = if column.kind == ColumnKind::Pencil { PENCIL * size * POINT / 100 } else { 0 };
    // A sign more than counted: a bold word is not broken for a hair.
    let least = in_print(least + 1).min(LONGEST_WORD * size * POINT / 100).max(pencil) + PADDING * 2;
    Wish { least, whole: (in_print(whole) + PADDING * 2).max(least), weight: u32::from(column.weight.max(1)) }
}

/// The longest part of a text that is not broken: a word, or day and time.
fn together(column: &Column, text: &str) -> usize {
    let whole = width(text);
    if column.kind == ColumnKind::Time && whole <= 18 {
        return whole;
    }
    text.split_whitespace().map(width).max().unwrap_or(0)
}

/// Shares a width: first what each needs, then by weight up to what each can use, then what is left by weight.
fn shared(wishes: &[Wish], wide: u32) -> Vec<u32> {
    let least: u32 = wishes.iter().map(|wish| wish.least).sum();
    if least > wide {
        // Nothing fits: each as it needs, and words are broken.
        let scaled =
            wishes.iter().map(|wish| (u64::from(wish.least) * u64::from(wide) / u64::from(least.max(1))) as u32);
        return topped_up(scaled.collect(), wide);
    }
    let mut widths: Vec<u32> = wishes.iter().map(|wish| wish.least).collect();
    let mut left = wide - least;
    for _ in 0..wishes.len() {
        let open: Vec<usize> = (0..wishes.len()).filter(|at| widths[*at] < wishes[*at].whole).collect();
        let weights: u32 = open.iter().map(|at| wishes[*at].weight).sum();
        if weights == 0 || left < weights {
            break;
        }
        let part = left / weights;
        for at in open {
            let more = (part * wishes[at].weight).min(wishes[at].whole - widths[at]);
            widths[at] += more;
            left -= more;
        }
    }
    let weights: u32 = wishes.iter().map(|wish| wish.weight).sum();
    if weights > 0 {
        widths.iter_mut().zip(wishes).for_each(|(width, wish)| *width += left / weights * wish.weight);
    }
    topped_up(widths, wide)
}

/// What dividing has left over goes to the last.
fn topped_up(mut widths: Vec<u32>, wide: u32) -> Vec<u32> {
    let sum: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += wide.saturating_sub(sum);
    }
    widths
}
