//! What stands in an address: links to figures work wherever they lead, and nobody can put figures under a publisher's name.

use browser_tests::page::{Page, visit};
use browser_tests::server::Build;
use browser_tests::tests;
use serde_json::json;

tests! {
    what_a_page_keeps_behind_the_hash_changes_no_figure,
    what_trackers_add_to_a_link_leaves_its_figures,
    a_link_counts_for_every_element_whenever_it_comes,
    nobody_can_put_figures_under_a_publishers_name_by_an_address,
    nobody_can_put_figures_under_a_publishers_name_by_pasting_them,
    an_operator_may_let_figures_of_others_in,
    what_a_page_itself_names_may_be_anywhere,
}

const ADDRESSED: &str = "/pages/addressed.html";

/// The page's own scenario is 50 of 200.
async fn assert_own(page: &Page, after: &str) -> anyhow::Result<()> {
    page.wait_for("the page's own figures", "element.rates?.casualty_rate.printed === 25").await?;
    page.drawn().await?;
    assert_eq!(
        page.value(
            "[element.rates.casualty_rate.printed, recorded.filter(({ name }) => name === 'calculator-error').length]"
        )
        .await?,
        json!([25, 0]),
        "{after}"
    );
    assert_eq!(page.value("shown('[role=alert]')").await?, false, "{after}");
    Ok(())
}

async fn what_a_page_keeps_behind_the_hash_changes_no_figure() -> anyhow::Result<()> {
    visit(Build::Released, ADDRESSED, async |page| {
        for hash in [
            "comments",
            "google_vignette",
            "Echobox=1737500000",
            "xtor=CS1",
            "at_medium=social",
            "/story/3",
            "!killed=5",
            "killed",
            "top?killed=5",
            "notkilled=5",
            ":~:text=killed",
            "%",
            "?secret=abc",
        ] {
            page.open("about:blank").await.ok();
            page.open(&format!("{ADDRESSED}?{}#{hash}", hash.len())).await?;
            assert_own(page, hash).await?;
            // On the way, with figures that the reader has set since.
            page.act("element.scenario = { deployed: 100, casualties: 10 }; location.hash = 'elsewhere'").await?;
            page.act(format!("location.hash = {}", json!(hash))).await?;
            assert_eq!(page.value("element.rates.casualty_rate.printed").await?, 10, "{hash}");
        }
        Ok(())
    })
    .await
}

async fn what_trackers_add_to_a_link_leaves_its_figures() -> anyhow::Result<()> {
    visit(Build::Released, ADDRESSED, async |page| {
        for added in
            ["&Echobox=1", "&", "&xtor=CS1&", "?secret=abc", "#?secret=abc", "&utm_source=a%20b", ":~:text=of%20the"]
        {
            for link in [
                "deployed=100&casualties=10",
                "deployed%3D100%26casualties%3D10",
                "force=force&deployed=100&casualties=10",
            ] {
                page.open(&format!("{ADDRESSED}?src=data/small.json&{}#{link}{added}", added.len())).await?;
                page.wait_for("the link's figures", "element.rates?.casualty_rate.printed === 10").await?;
                assert_eq!(page.events("calculator-error").await?, json!([]).as_array().cloned().unwrap_or_default());
            }
        }
        // What is meant as a scenario and is none is told.
        page.open(&format!("{ADDRESSED}?wrong#deployed=many")).await?;
        page.wait_for("the error", "recorded.some(({ detail }) => detail?.code === 'scenario-invalid')").await
    })
    .await
}

async fn a_link_counts_for_every_element_whenever_it_comes() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/ways/none.html", async |page| {
        page.run(
            "location.hash = 'deployed=100&casualties=10';
            await import('/casualty-calculator.js');
            await import('/page.js');
            const box = document.createElement('div');
            box.innerHTML = '<casualty-calculator data-from-address></casualty-calculator><casualty-calculator data-from-address loading=eager></casualty-calculator>';
            document.body.prepend(box);",
        )
        .await?;
        let all = "[...document.querySelectorAll('casualty-calculator')]";
        let rates = |rate: u32| format!("{all}.every(({{ rates }}) => rates?.casualty_rate.printed === {rate})");
        page.wait_for("both", rates(10)).await?;
        page.run("location.hash = 'deployed=100&casualties=20'").await?;
        page.wait_for("both again", rates(20)).await?;
        // As Turbo does it, with the same scripts.
        page.run(
            "history.replaceState(null, '', '#deployed=100&casualties=30');
            const body = document.createElement('body');
            body.innerHTML = '<casualty-calculator data-from-address></casualty-calculator>';
            document.documentElement.replaceChild(body, document.body);",
        )
        .await?;
        page.wait_for("the new one", format!("{all}.length === 1 && {}", rates(30))).await
    })
    .await
}

/// The page's own content stays, and the page is told why.
async fn assert_refused(page: &Page, what: &str) -> anyhow::Result<()> {
    page.wait_for("the refusal", "recorded.some(({ detail }) => detail?.code === 'src-refused')").await?;
    page.drawn().await?;
    assert_eq!(page.value("[element.rates, element.data]").await?, json!([null, null]), "{what}");
    assert_eq!(page.value("shown('.calculator')").await?, false, "{what}");
    assert_eq!(page.events("calculator-ready").await?.len(), 0, "{what}");
    Ok(())
}

/// Another origin than the test server's, with the same files.
fn elsewhere() -> &'static str {
    "location.origin.replace('127.0.0.1', 'localhost')"
}

async fn nobody_can_put_figures_under_a_publishers_name_by_an_address() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/ways/none.html", async |page| {
        let other = page.text(elsewhere()).await?;
        for query in [
            format!("src={other}/for-all/pages/data/small.json"),
            "src=data:application/json,{}".to_owned(),
            "src=//elsewhere.example/d.json".to_owned(),
            "src=blob:abc".to_owned(),
            "src=https://data.example.evil/d.json".to_owned(),
            "src=https://data.example@evil.example/d.json".to_owned(),
            "page=https://elsewhere.example/".to_owned(),
            "page=javascript:alert(1)".to_owned(),
        ] {
            for path in ["/embed.html", "/index.html", "/pages/origins.html"] {
                page.open(&format!("{path}?{query}")).await?;
                assert_refused(page, &query).await?;
            }
        }
        page.open("/embed.html?src=/data/stories/falklands.json&page=/index.html").await?;
        page.ready().await
    })
    .await
}

async fn nobody_can_put_figures_under_a_publishers_name_by_pasting_them() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/ways/none.html", async |page| {
        for figure in [
            "<figure data-casualty-calculator data-src='https://elsewhere.example/d.json'><p id=fallback>Own</p></figure>",
            "<figure data-casualty-calculator data-page='https://elsewhere.example/'><p id=fallback>Own</p></figure>",
            "<figure class=casualty-calculator><p id=fallback>Own</p><a href='https://elsewhere.example/embed.html?src=d.json'>Open</a></figure>",
        ] {
            page.open("/pages/ways/none.html").await?;
            page.run(format!("document.body.innerHTML = {}; await import('/upgrade.js')", json!(figure))).await?;
            assert_refused(page, figure).await?;
            assert_eq!(page.value("document.getElementById('fallback').checkVisibility()").await?, true, "{figure}");
        }
        Ok(())
    })
    .await
}

async fn an_operator_may_let_figures_of_others_in() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/origins.html?src=https://data.example/d.json", async |page| {
        // There is no such host: what counts is that it is asked.
        page.expect_console_error("data.example");
        page.expect_console_error("access control checks");
        page.expect_console_error("ERR_");
        page.wait_for("the answer", "recorded.some(({ name }) => name === 'calculator-error')").await?;
        assert_eq!(page.events("calculator-error").await?[0]["code"], "data-not-found");
        Ok(())
    })
    .await
}

async fn what_a_page_itself_names_may_be_anywhere() -> anyhow::Result<()> {
    visit(Build::Released, "/pages/ways/none.html", async |page| {
        page.run(format!(
            "const made = document.createElement('casualty-calculator');
            made.setAttribute('data-from-address', '');
            made.setAttribute('src', `${{{}}}/for-all/data/stories/falklands.json`);
            document.body.append(made);
            await import('/casualty-calculator.js');
            await import('/page.js');",
            elsewhere()
        ))
        .await?;
        page.ready().await
    })
    .await
}
