//! A case without any copy of its playbook on the screen: every screen draws and says so, and a note is recorded.

use crate::support::stage::Stage;
use std::fs;

#[test]
fn without_any_copy_of_the_playbook_every_screen_draws_and_takes_a_note() {
    let stage = Stage::every_kind();
    let name = "playbook/every_kind.toml";
    let cases = fs::read_dir(stage.library().join("cases")).or_else(|_| fs::read_dir(stage.library())).unwrap();
    let found: Vec<_> = cases.map(|entry| entry.unwrap().path().join(name)).filter(|path| path.exists()).collect();
    fs::write(&found[0], "[playbook").unwrap();
    let mut stage =
        stage.restarted().keys("<enter>").shows("DAMAGED").shows("playbook/every_kind.toml").keys("<enter>");
    assert!(stage.text().contains("cannot be read"), "{}", stage.text());
    for size in [(80, 24), (120, 40), (60, 20), (40, 10)] {
        for keys in [
            "g s", "g c", "g t", "g r", "g p", "g g", "<down>", "<up>", "y", "n", "1", "d", "a", "-", "e", "f", "b",
            "v", "<space>", "<enter>", "<esc>",
        ] {
            stage = stage.at(size.0, size.1).keys(keys);
            stage.draw();
        }
    }
    stage.at(80, 24).keys(r#"g g w "Everything" <ctrl-s>"#).shows("Everything").shows("✓ ");
}
