//! Digits that are read from across a room: five rows high, drawn with full blocks.

use super::canvas::Canvas;
use super::theme::Role;

/// How many rows a digit has.
pub const ROWS: u16 = 5;
/// Columns between two signs.
const BETWEEN: u16 = 2;

/// The rows of a sign; a cell that is set stands as two columns, so that a digit is about as wide as it is high.
fn rows(sign: char) -> [&'static str; ROWS as usize] {
    match sign {
        '0' => ["####", "#  #", "#  #", "#  #", "####"],
        '1' => ["  # ", " ## ", "  # ", "  # ", " ###"],
        '2' => ["####", "   #", "####", "#   ", "####"],
        '3' => ["####", "   #", " ###", "   #", "####"],
        '4' => ["#  #", "#  #", "####", "   #", "   #"],
        '5' => ["####", "#   ", "####", "   #", "####"],
        '6' => ["####", "#   ", "####", "#  #", "####"],
        '7' => ["####", "   #", "  # ", " #  ", " #  "],
        '8' => ["####", "#  #", "####", "#  #", "####"],
        '9' => ["####", "#  #", "####", "   #", "####"],
        ':' => [" ", "#", " ", "#", " "],
        '-' => ["    ", "    ", "####", "    ", "    "],
        _ => [""; ROWS as usize],
    }
}

fn wide(sign: char) -> u16 {
    u16::try_from(rows(sign)[0].len()).unwrap_or(0) * 2
}

/// How many columns a text takes. Only digits, `:` and `-` are drawn; anything else takes none.
pub fn width(text: &str) -> u16 {
    let signs = text.chars().map(wide).filter(|wide| *wide > 0);
    signs.map(|wide| wide + BETWEEN).sum::<u16>().saturating_sub(BETWEEN)
}

/// Draws a text from its upper left corner on.
pub fn draw(canvas: &mut Canvas<'_>, x: u16, y: u16, text: &str) {
    let mut x = x;
    for sign in text.chars().filter(|sign| wide(*sign) > 0) {
        for (row, cells) in (y..).zip(rows(sign)) {
            let blocks: String = cells.chars().map(|cell| if cell == '#' { "██" } else { "  " }).collect();
            canvas.put(x, row, wide(sign), &blocks, Role::Strong);
        }
        x += wide(sign) + BETWEEN;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_of_a_time_is_five_rows_of_one_width_and_unlike_the_others() {
        let signs: Vec<char> = "0123456789:-".chars().collect();
        for sign in &signs {
            let first = rows(*sign)[0].len();
            assert!(first > 0 && rows(*sign).iter().all(|row| row.len() == first), "{sign}");
        }
        for (at, one) in signs.iter().enumerate() {
            assert!(signs[at + 1..].iter().all(|other| rows(*one) != rows(*other)), "{one}");
        }
    }

    #[test]
    fn a_time_fits_beside_other_words_on_the_smallest_screen() {
        assert_eq!(width("02:47"), 4 * 8 + 2 + 4 * 2);
        assert!(width("23:59") < 60);
    }
}
