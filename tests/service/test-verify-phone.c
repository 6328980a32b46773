/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public verification page on a telephone, in everything that it may have to say, laid out by
 * Chromium: nothing hangs over its edge, everything can be read and touched. */
#include "yc-test-folder.h"
#include "yc-test-register.h"

#include <stdio.h>
#include <string.h>

#define GENUINE "ZM01-990119204001-2026-000123-U"
#define COLUMNS 6
#define WIDTH 390
#define HEIGHT 844

/* What is asked, and what the page has to say; of a file by its name, else by its path. */
static const struct
{
  const char *name;
  const char *path;
  const char *words;
} pages[] = {
  { "asking", "/verify", "请输入证明上的流水号" },
  { "valid", "/verify/" GENUINE, "证明有效" },
  { "valid-en", "/verify/" GENUINE "?lang=en", "The certificate is valid" },
  { "void", "/verify/ZM01-990119204001-2026-000201-Y", "证明已经作废" },
  { "replaced", "/verify/ZM01-990119204001-2026-000202-W",
    ">ZM01-990119204001-2026-000202-V2-Z</a>" },
  { "expired", "/verify/ZM01-990119204001-2026-000203-U", "证明已经过了有效期" },
  { "unknown", "/verify/ZM01-990119204001-2026-000204-S", "没有出具过该流水号" },
  { "bad-number", "/verify/ZM01-990119204001-2026-000204-T", "不是正确的流水号" },
  { "long-number", "/verify/ZM01WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "不是正确的流水号" },
  { "genuine.pdf", NULL, "一个字节也没有改动" },
  { "altered.pdf", NULL, "被改动过" },
  { "extended.pdf", NULL, "被添加了内容" },
  { "other-signer.pdf", NULL, "不是由本系统盖章的" },
  { "unknown.pdf", NULL, "登记簿里没有这份文件" },
  { "expired.pdf", NULL, "过了有效期" },
  { "not-signed.pdf", NULL, "没有电子印章的签名" },
  { "broken.pdf", NULL, "这不是完整的 PDF" },
};

/* What a page tells of itself, in pixels: its width, how wide it became, its smallest letters, the
 * least height of what is touched; and the least contrast of its words. */
#define RULER                                                                                      \
  "<script>addEventListener('load',()=>{const all=s=>[...document.querySelectorAll(s)];"           \
  "const rgb=c=>c.match(/[\\d.]+/g).map(Number);"                                                  \
  "const light=c=>rgb(c).slice(0,3).map(v=>(v/=255)<=.03928?v/12.92:((v+.055)/1.055)**2.4)"        \
  ".reduce((s,v,i)=>s+v*[.2126,.7152,.0722][i],0);"                                                \
  "const back=e=>{const c=getComputedStyle(e).backgroundColor;"                                    \
  "return rgb(c)[3]!==0||!e.parentElement?c:back(e.parentElement)};"                               \
  "const contrast=e=>{const a=light(getComputedStyle(e).color),b=light(back(e));"                  \
  "return (Math.max(a,b)+.05)/(Math.min(a,b)+.05)};"                                               \
  "const words=all('p,b,span,dd,dt,label,button,h1,h2,small,a');"                                  \
  "parent.document.title+=[NAME,innerWidth,document.documentElement.scrollWidth,"                  \
  "Math.min(...words.map(e=>parseFloat(getComputedStyle(e).fontSize))),"                           \
  "Math.min(...all('button,input:not([type=hidden])').map(e=>e.getBoundingClientRect().height)),"  \
  "Math.min(...words.map(contrast)).toFixed(2)].join(' ')+';'})</script></head>"

static YcTestService *service;

static YcTestAnswer *
ask (guint i)
{
  g_autoptr (GBytes) pdf = NULL;

  if (pages[i].path != NULL)
    return yc_test_service_request (service, "GET", pages[i].path, NULL, NULL, NULL);
  pdf = yc_test_register_load (pages[i].name);

  return yc_test_service_post_file (service, "/verify?lang=zh", pdf);
}

/* Chromium's own windows are never so narrow as a telephone: each page has a frame. */
static void
append_frame (guint i, GString *sheet)
{
  g_autoptr (YcTestAnswer) answer = ask (i);
  g_auto (GStrv) halves = g_strsplit (yc_test_answer_get_text (answer), "</head>", 2);
  g_autoptr (GString) ruler = g_string_new (RULER);
  g_autofree char *name = g_strdup_printf ("'%s'", pages[i].name);
  g_autofree char *text = NULL;
  g_autofree char *quoted = NULL;

  if (strstr (halves[1], pages[i].words) == NULL)
    g_error ("%s does not say “%s”: %s", pages[i].name, pages[i].words, halves[1]);
  g_string_replace (ruler, "NAME", name, 0);
  text = g_strjoin (ruler->str, halves[0], halves[1], NULL);
  quoted = g_markup_escape_text (text, -1);
  g_string_append_printf (sheet, "<iframe srcdoc=\"%s\"></iframe>", quoted);
}

static char *
write_sheet (const char *folder)
{
  g_autoptr (GString) sheet = g_string_new ("<!DOCTYPE html><meta charset=\"utf-8\"><title></title>");
  g_autofree char *file = g_build_filename (folder, "pages.html", NULL);

  g_string_append_printf (sheet, "<style>body{margin:0;background:#888;display:flex;flex-wrap:wrap;"
                          "gap:10px;width:%dpx}iframe{width:%dpx;height:%dpx;border:0;"
                          "background:#fff}</style><body>", COLUMNS * (WIDTH + 10), WIDTH, HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    append_frame (i, sheet);
  g_assert_true (g_file_set_contents (file, sheet->str, -1, NULL));

  return g_strconcat ("file://", file, NULL);
}

static char *
run_chromium (const char *folder, const char *page, const char *what)
{
  g_autofree char *profile = g_strconcat ("--user-data-dir=", folder, "/profile", NULL);
  g_autofree char *size = g_strdup_printf (
    "--window-size=%d,%d", COLUMNS * (WIDTH + 10),
    (int) (G_N_ELEMENTS (pages) + COLUMNS - 1) / COLUMNS * (HEIGHT + 10));
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) chromium = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "timeout", "60",
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
    "--hide-scrollbars", size, profile, what, page, NULL);
  g_autofree char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (chromium, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (chromium));

  return g_steal_pointer (&output);
}

static void
check_page (const char *report)
{
  char name[64];
  double width, wide, letters, touched, contrast;

  g_test_message ("%s", report);
  g_assert_cmpint (sscanf (report, "%63s %lf %lf %lf %lf %lf", name, &width, &wide, &letters,
                           &touched, &contrast), ==, 6);
  g_assert_cmpfloat (width, ==, WIDTH);
  g_assert_cmpfloat (wide, <=, width);
  g_assert_cmpfloat (letters, >=, 14);
  g_assert_cmpfloat (touched, >=, 40);
  g_assert_cmpfloat (contrast, >=, 4.5);
}

static void
test_phone (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *address = NULL;
  g_autofree char *shown = NULL;
  g_auto (GStrv) ends = NULL;
  g_auto (GStrv) reports = NULL;

  address = write_sheet (folder);
  shown = run_chromium (folder, address, "--dump-dom");
  if (g_getenv ("YC_PICTURES") != NULL)
    {
      g_autofree char *picture =
        g_strconcat ("--screenshot=", g_getenv ("YC_PICTURES"), "/verify-phone.png", NULL);

      g_free (run_chromium (folder, address, picture));
    }
  g_assert_nonnull (strstr (shown, "<title>"));
  ends = g_strsplit (strstr (shown, "<title>") + strlen ("<title>"), "</title>", 2);
  reports = g_strsplit (g_strstrip (ends[0]), ";", -1);
  g_assert_cmpuint (g_strv_length (reports), ==, G_N_ELEMENTS (pages) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    check_page (reports[i]);
}

/* Nobody may try one number after the other, as a program or by hand. */
static void
test_flood (void)
{
  g_autoptr (YcTestAnswer) page = NULL;
  guint status = 200;
  guint n;

  for (n = 0; n < 1000 && status == 200; n++)
    {
      g_autoptr (YcTestAnswer) answer = yc_test_service_request (
        service, "GET", "/verify/" GENUINE, NULL, "Accept: application/json\r\n", NULL);

      status = answer->status;
    }
  g_assert_cmpuint (status, ==, 429);
  page = yc_test_service_request (service, "GET", "/verify/" GENUINE, NULL, NULL, NULL);
  g_assert_cmpuint (page->status, ==, 429);
  g_assert_nonnull (strstr (yc_test_answer_get_text (page), "核验得太频繁"));
  g_assert_nonnull (yc_test_answer_get (page, "retry-after"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  service = yc_test_service_new (TRUE, NULL);
  yc_test_register_plant (service);
  g_test_add_func ("/verify-phone/pages", test_phone);
  g_test_add_func ("/verify-phone/flood", test_flood);

  result = g_test_run ();
  yc_test_service_free (service);

  return result;
}
