//! Reviewed pictures of every screen at the three design sizes.

use crate::stage::Stage;

fn shoot(name: &str, keys: &str) {
    for (columns, lines) in [(80, 24), (120, 40), (60, 20)] {
        let mut stage = Stage::trinity().keys(keys).at(columns, lines);
        insta::with_settings!({prepend_module_to_snapshot => false, filters => vec![(r"2026-11-22-[a-z]+", "2026-11-22-word")]}, {
            insta::assert_snapshot!(format!("{name}-{columns}x{lines}"), masked(&stage.shot()));
        });
    }
}

/// The word in the folder's name is drawn by lot; it is masked at the same width.
fn masked(shot: &str) -> String {
    let Some(at) = shot.find("2026-11-22-") else { return shot.to_owned() };
    let end = shot[at + 11..].find(|c: char| !c.is_ascii_lowercase()).map_or(shot.len(), |len| at + 11 + len);
    format!("{}2026-11-22-word{}", &shot[..at], &shot[end..])
}
