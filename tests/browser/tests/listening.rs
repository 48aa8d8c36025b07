//! What somebody hears who listens from the first word to the last: a virtual screen reader, started inside the shadow root,
//! and what it says kept in a snapshot a language. Read it aloud before it is accepted with `INSTA_UPDATE=always`.

use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;

use crate::{FALKLANDS, ONE, snapshot_languages, snapshots};

tests! {
    a_reader_who_listens_hears_all_of_it_in_order,
}

/// Listens to a part. The reader's module comes by its package; in the page itself, since some engines keep what a test
/// imports apart. It does not know that what is folded away is silent in a browser, so that is hidden for as long.
const LISTEN: &str = "
    const { virtual } = await window.eval(`import('/npm/@guidepup/virtual-screen-reader/lib/esm/index.browser.js')`);
    const folded = all('details:not([open]) > :not(summary)').filter((one) => !one.hidden);
    for (const one of folded) one.hidden = true;
    await virtual.start({ container: one(given[0]) });
    const end = (await virtual.spokenPhraseLog())[0];
    for (let i = 0; i < 3_000; i++) {
        await virtual.next();
        if (await virtual.lastSpokenPhrase() === end) break;
    }
    const heard = await virtual.spokenPhraseLog();
    await virtual.stop();
    for (const one of folded) one.hidden = false;
    return heard.slice(0, -1).join('\\n');";

async fn listen(page: &Page, part: &str) -> anyhow::Result<String> {
    let heard = page.run_with(LISTEN, vec![part.into()]).await?;
    let heard = heard.as_str().unwrap_or_default();
    assert!(heard.lines().count() > 5, "it was not inside {part}: {heard}");
    Ok(heard.to_owned())
}

async fn a_reader_who_listens_hears_all_of_it_in_order() -> anyhow::Result<()> {
    for language in snapshot_languages()? {
        visit(Build::Released, &format!("{ONE}?lang={language}"), async |page| {
            page.ready().await?;
            let first = listen(page, ".calculator").await?;
            assert!(first.lines().count() > 150, "it was not all of it: {first}");
            let mut all = format!("# at first\n{first}\n");
            page.unfold().await?;
            for part in [".head", ".inputs", ".rates", ".comparison", ".checks", ".method"] {
                all += &format!("\n# {part}, opened\n{}\n", listen(page, part).await?);
            }
            for face in ["table", "timeline"] {
                page.open_part(&format!("[data-shows={face}]")).await?;
                page.unfold().await?;
                all += &format!("\n# with the {face}, opened\n{}\n", listen(page, ".comparison").await?);
            }
            for part in ["spread", "pairs"] {
                page.open_part(&format!("[data-lazy={part}]")).await?;
                page.unfold().await?;
                all += &format!("\n# {part}\n{}\n", listen(page, &format!(".{part}")).await?);
            }
            snapshots().bind(|| insta::assert_snapshot!(format!("heard-{language}"), all));
            Ok(())
        })
        .await?;
        visit(Build::Released, &format!("{FALKLANDS}&lang={language}"), async |page| {
            page.ready().await?;
            let mut all = format!("# at first\n{}\n", listen(page, ".calculator").await?);
            page.click("[data-force=ar]").await?;
            all += &format!("\n# the other side\n{}\n", listen(page, ".answer").await?);
            page.open_part("[data-lazy=sides]").await?;
            page.unfold().await?;
            all += &format!("\n# side by side, opened\n{}\n", listen(page, ".sides").await?);
            snapshots().bind(|| insta::assert_snapshot!(format!("heard-sides-{language}"), all));
            Ok(())
        })
        .await?;
    }
    Ok(())
}
