//! What somebody hears who listens from the first word to the last: a virtual screen reader, started inside the shadow root,
//! and what it says kept in a snapshot a language. Read it aloud before it is accepted with `INSTA_UPDATE=always`.

use browser_tests::page::visit;
use browser_tests::server::Build;

use crate::{ONE, snapshots, told_languages};

/// Listens to all of it. The reader's module comes by its package; in the page itself, since some engines keep what a test
/// imports apart.
const LISTEN: &str = "
    const { virtual } = await window.eval(`import('/npm/@guidepup/virtual-screen-reader/lib/esm/index.browser.js')`);
    await virtual.start({ container: element.shadowRoot.firstElementChild });
    const end = (await virtual.spokenPhraseLog())[0];
    for (let i = 0; i < 3_000; i++) {
        await virtual.next();
        if (await virtual.lastSpokenPhrase() === end) break;
    }
    const heard = await virtual.spokenPhraseLog();
    await virtual.stop();
    return heard.slice(0, -1).join('\\n');";

#[tokio::test]
async fn a_reader_who_listens_hears_all_of_it_in_order() -> anyhow::Result<()> {
    for language in told_languages()? {
        visit(Build::Released, &format!("{ONE}?lang={language}"), async |page| {
            page.ready().await?;
            let heard = page.run(LISTEN).await?;
            let heard = heard.as_str().unwrap_or_default();
            assert!(heard.lines().count() > 150, "it was not inside: {heard}");
            snapshots().bind(|| insta::assert_snapshot!(format!("heard-{language}"), heard));
            Ok(())
        })
        .await?;
    }
    Ok(())
}
