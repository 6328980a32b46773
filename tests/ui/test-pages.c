/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer's and the supervisor's place against a real service, with real key presses. */
#include "yc-certificates-page.h"
#include "yc-decision-panel.h"
#include "yc-form-view.h"
#include "yc-day.h"
#include "yc-page.h"
#include "yc-returns-page.h"
#include "yc-json.h"
#include "yc-review-page.h"
#include "yc-review-sheet.h"
#include "yc-sheet.h"
#include "yc-test-desk.h"
#include "yc-test-service.h"
#include "yc-test-token.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"
#include "yc-ui.h"
#include "yc-uuid.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A page of a desk that a sample user is signed in at. */
typedef struct
{
  YcTestService *service;
  YcTestFolder *folder;
  YcDesk *desk;
  GtkWindow *window;
  GtkWidget *host;
  GtkWidget *page;
} Place;

/* Of the service that is there. */
static void
place_begin (Place *place, GType page, const char *user)
{
  const char *const size = g_getenv ("YC_WINDOW");
  int width = 1280, height = 800;

  if (size != NULL)
    sscanf (size, "%dx%d", &width, &height);
  place->folder = yc_test_folder_new ();
  place->desk = yc_test_desk_new (place->folder, yc_test_service_get_url (place->service));
  yc_test_desk_sign_in (place->desk, user);
  yc_test_desk_wait_for_catalog (place->desk);
  place->page = g_object_new (page, "desk", place->desk, NULL);
  place->host = yc_sheet_host_new ();
  yc_sheet_host_set_child (YC_SHEET_HOST (place->host), place->page);
  place->window = yc_test_window_new (place->host, width, height);
  yc_page_shown (YC_PAGE (place->page));
}

static void
place_open (Place *place, GType page, const char *user)
{
  place->service = yc_test_service_new (TRUE, NULL);
  place_begin (place, page, user);
}

static void
place_close (Place *place)
{
  yc_test_window_destroy (place->window);
  yc_test_desk_free (place->desk);
  yc_test_folder_free (place->folder);
  yc_test_service_free (place->service);
}

/* Whether a label below @root that is laid out has @part in its text: what is not can't be reached
 * with the Tab key yet. */
static gboolean
shows_part (GtkWidget *root, const char *part)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL)
    return gtk_widget_get_width (root) > 0;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_part (child, part))
      return TRUE;
  return FALSE;
}

/* Words of ours are looked for as the language has them. */
static gboolean
shows (GtkWidget *root, const char *part)
{
  return shows_part (root, _ (part));
}

/* The same with what is filled in already; takes @part. */
static gboolean
shows_filled (GtkWidget *root, char *part)
{
  g_autofree char *words = part;

  return shows_part (root, words);
}

static gboolean
is_at_row (Place *place, int index)
{
  GtkWidget *focus = gtk_window_get_focus (place->window);

  return GTK_IS_LIST_BOX_ROW (focus) &&
         gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) == index;
}

static JsonObject *
get_first_waiting (Place *place, const char *token)
{
  g_autoptr (JsonObject) answer =
    yc_test_service_get (place->service, "/api/v1/cases?view=review&limit=1", token, 200);
  JsonArray *cases = json_object_get_array_member (answer, "cases");

  g_assert_cmpuint (json_array_get_length (cases), ==, 1);
  return json_object_ref (json_array_get_object_element (cases, 0));
}

static char *
dup_state (Place *place, const char *token, const char *id)
{
  g_autofree char *path = g_strconcat ("/api/v1/cases/", id, NULL);
  g_autoptr (JsonObject) a_case = yc_test_service_get (place->service, path, token, 200);

  return g_strdup (json_object_get_string_member (a_case, "state"));
}

/* R, a digit, the note, Ctrl+Enter: the case is back at the counter and the next one is there. */
static void
test_review_return (void)
{
  Place place;
  g_autofree char *token = NULL;
  g_autofree char *state = NULL;
  g_autoptr (JsonObject) waiting = NULL;
  const char *id;

  place_open (&place, YC_TYPE_REVIEW_PAGE, "wangfang");
  token = yc_test_service_sign_in (place.service, "wangfang");
  waiting = get_first_waiting (&place, token);
  id = json_object_get_string_member (waiting, "id");
  yc_test_wait_until (shows (place.page, json_object_get_string_member (waiting, "number")));
  yc_test_wait_until (shows (place.page, "Your decision"));
  yc_test_take_picture ("review");

  yc_test_press (place.window, "r");
  yc_test_wait_until (shows (place.page, "Return to the counter: what must be mended?"));
  yc_test_wait_until (is_at_row (&place, 0));
  yc_test_press (place.window, "2");
  yc_test_wait_until (is_at_row (&place, 1));
  yc_test_take_picture ("review-return");
  yc_page_command (YC_PAGE (place.page), YC_PAGE_COMMAND_NEXT_STEP);
  yc_test_wait_until (!shows (place.page, json_object_get_string_member (waiting, "number")));
  state = dup_state (&place, token, id);
  g_assert_cmpstr (state, ==, "returned");
  place_close (&place);
}

/* A and Enter approve; Escape in between does not. */
static void
test_review_approve (void)
{
  Place place;
  g_autofree char *token = NULL;
  g_autofree char *state = NULL;
  g_autofree char *before = NULL;
  g_autoptr (JsonObject) waiting = NULL;
  const char *id;

  place_open (&place, YC_TYPE_REVIEW_PAGE, "wangfang");
  token = yc_test_service_sign_in (place.service, "wangfang");
  waiting = get_first_waiting (&place, token);
  id = json_object_get_string_member (waiting, "id");
  yc_test_wait_until (shows (place.page, "Your decision"));

  yc_test_press (place.window, "a");
  yc_test_wait_until (!shows (place.page, "Your decision"));
  yc_test_press (place.window, "Escape");
  yc_test_wait_until (shows (place.page, "Your decision"));
  before = dup_state (&place, token, id);
  g_assert_cmpstr (before, ==, "submitted");

  yc_test_press (place.window, "a");
  yc_test_wait_until (!shows (place.page, "Your decision"));
  yc_test_press (place.window, "Return");
  yc_test_wait_until (!shows (place.page, json_object_get_string_member (waiting, "number")));
  state = dup_state (&place, token, id);
  g_assert_cmpstr (state, !=, "submitted");
  place_close (&place);
}

/* The reviewer's next key, pressed in the instant in which the answer arrives */

typedef struct
{
  Place *place;
  const char *keys;
  guint n_decided;
} NextKey;

static void
press_next_cb (NextKey *next)
{
  next->n_decided++;
  if (next->keys != NULL)
    yc_test_press (next->place->window, next->keys);
}

static void
follow_decisions (NextKey *next, Place *place, const char *keys)
{
  GtkWidget *panel = yc_test_ui_find (place->page, YC_TYPE_DECISION_PANEL, NULL);

  *next = (NextKey) { place, keys, 0 };
  g_signal_connect_swapped (panel, "decided", G_CALLBACK (press_next_cb), next);
}

/* The first two in the queue. */
static void
get_two_waiting (Place *place, const char *token, JsonObject *waiting[2])
{
  g_autoptr (JsonObject) answer =
    yc_test_service_get (place->service, "/api/v1/cases?view=review&limit=2", token, 200);
  JsonArray *cases = json_object_get_array_member (answer, "cases");

  g_assert_cmpuint (json_array_get_length (cases), ==, 2);
  for (guint i = 0; i < 2; i++)
    waiting[i] = json_object_ref (json_array_get_object_element (cases, i));
}

static void
assert_state (Place *place, const char *token, JsonObject *a_case, const char *expected)
{
  g_autofree char *state =
    dup_state (place, token, json_object_get_string_member (a_case, "id"));

  g_assert_cmpstr (state, ==, expected);
}

static void
approve_first (Place *place, JsonObject *first)
{
  yc_test_wait_until (shows (place->page, json_object_get_string_member (first, "number")));
  yc_test_wait_until (shows (place->page, "Your decision"));
  yc_test_press (place->window, "a");
  yc_test_wait_until (!shows (place->page, "Your decision"));
  yc_test_press (place->window, "Return");
}

/* A reviewer with the first two in the queue, and what came of decisions */
typedef struct
{
  Place place;
  NextKey next;
  char *token;
  JsonObject *waiting[2];
} Queue;

static void
queue_open (Queue *queue, const char *keys)
{
  place_open (&queue->place, YC_TYPE_REVIEW_PAGE, "wangfang");
  queue->token = yc_test_service_sign_in (queue->place.service, "wangfang");
  get_two_waiting (&queue->place, queue->token, queue->waiting);
  follow_decisions (&queue->next, &queue->place, keys);
}

static void
queue_close (Queue *queue)
{
  place_close (&queue->place);
  json_object_unref (queue->waiting[0]);
  json_object_unref (queue->waiting[1]);
  g_free (queue->token);
}

static gboolean
shows_number (Queue *queue, guint i)
{
  return shows (queue->place.page, json_object_get_string_member (queue->waiting[i], "number"));
}

/* A registration without a photograph, which the list says is not asked for. */
#define REGISTRATION                                                                              \
  "'applicant':{'name':'周伯安','id_number':'990101198103161155','mobile':'10000000101',"         \
  "'address':'样例市样例路 1 号','email':''},'answers':{},"                                       \
  "'materials':[{'id':'id-card','status':'complete'},{'id':'lease','status':'complete'},"         \
  "{'id':'photo','status':'waived','list':'lease'}],"                                             \
  "'form':{'name':'周伯安','id_number':'990101198103161155','nation':'汉族',"                     \
  "'home_register':'样例市样例区样例路 1 号','place':'990119204001',"                             \
  "'address':'样例市样例路 2 号 301 房','dwelling':'自购房','moved_in':'2026-09-01',"             \
  "'why':'经商','arrived_on':'2026-08-01','apply_permit':false,'phone':'10000000101'}"

/* (transfer full): its number */
static char *
submit_registration (Place *place)
{
  g_autofree char *clerk = yc_test_service_sign_in (place->service, "chenxiao");
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *headers = g_strdup_printf ("Idempotency-Key: %s\r\n", id);
  g_autofree char *body = g_strdup_printf (
      "{'id':'%s','item':'GA-0305','catalog_version':%" G_GINT64_FORMAT "," REGISTRATION "}", id,
      yc_catalog_get_version (yc_desk_get_catalog (place->desk)));
  g_autoptr (JsonObject) taken = NULL;

  g_strdelimit (body, "'", '"');
  taken = yc_test_service_post (place->service, "/api/v1/cases", clerk, headers, body, 201);
  return g_strdup (json_object_get_string_member (taken, "number"));
}

/* What a question list does not ask for is not missing: the reviewer reads which list says so. */
static void
test_review_waived (void)
{
  Place place;
  g_autofree char *number = NULL;

  place_open (&place, YC_TYPE_REVIEW_PAGE, "wangfang");
  number = submit_registration (&place);
  for (guint i = 0; i < 60 && !shows (place.page, number); i++)
    {
      yc_page_command (YC_PAGE (place.page), YC_PAGE_COMMAND_NEXT_ITEM);
      yc_test_wait_until (shows (place.page, "Your decision"));
    }
  yc_test_wait_until (shows (place.page, number));
  yc_test_wait_until (shows_filled (place.page,
                                    g_strdup_printf (_ ("Not asked for by the list “%s”"), "租赁登记")));
  yc_test_take_picture ("review-waived");
  place_close (&place);
}

/* (transfer full): a case that waits, with @members of another one */
static YcCase *
make_case (Place *place, const char *members)
{
  g_autofree char *token = yc_test_service_sign_in (place->service, "wangfang");
  g_autoptr (JsonObject) waiting = get_first_waiting (place, token);
  g_autofree char *path =
      g_strconcat ("/api/v1/cases/", json_object_get_string_member (waiting, "id"), NULL);
  g_autoptr (JsonObject) json = yc_test_service_get (place->service, path, token, 200);
  g_autofree char *text = g_strdelimit (g_strdup (members), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) others = yc_json_parse (text, -1, NULL, &error);
  g_autoptr (GList) names = NULL;
  YcCase *a_case;

  g_assert_no_error (error);
  names = json_object_get_members (json_node_get_object (others));
  for (GList *l = names; l != NULL; l = l->next)
    json_object_set_member (json, l->data,
                            json_node_copy (json_object_get_member (json_node_get_object (others), l->data)));
  a_case = yc_case_new_from_json (json, &error);
  g_assert_no_error (error);
  return a_case;
}

/* The variant that was handed in is what the reviewer reads, and another one in the try before. */
static void
test_review_variant (void)
{
  Place place;
  GtkWidget *sheet = yc_review_sheet_new ();
  GtkWindow *window;
  g_autoptr (YcCase) a_case = NULL;

  place_open (&place, YC_TYPE_REVIEW_PAGE, "wangfang");
  a_case = make_case (
      &place, "{'item':{'code':'GA-0303','title':'户口迁入东莞'},"
              "'materials':[{'id':'basis','status':'complete','variant':'talent'}],"
              "'tries':[{'materials':[{'id':'basis','status':'complete','variant':'family'}]},{}]}");
  window = yc_test_window_new (sheet, 800, 800);
  yc_review_sheet_set_case (YC_REVIEW_SHEET (sheet), place.desk, a_case, NULL, NULL);
  yc_test_wait_until (shows (sheet, "学历、职称或技能证书"));
  g_assert_true (shows (sheet, "before: 亲属关系材料"));
  g_assert_true (!shows (sheet, "入户条件材料"));
  yc_test_take_picture ("review-variant");
  yc_test_window_destroy (window);
  place_close (&place);
}

/* R opens the question of the next case, wherever the answer to the one before finds it; the
 * reviewer's Return, pressed once too often, decides nothing. */
static void
test_review_next_key (void)
{
  Queue queue;

  queue_open (&queue, "r");
  approve_first (&queue.place, queue.waiting[0]);
  yc_test_press (queue.place.window, "Return");
  yc_test_wait_until (queue.next.n_decided == 1);
  yc_test_wait_until (shows_number (&queue, 1));
  yc_test_wait_until (shows (queue.place.page, "Return to the counter: what must be mended?"));
  yc_test_wait_until (is_at_row (&queue.place, 0));
  yc_test_press (queue.place.window, "2");
  yc_test_wait_until (is_at_row (&queue.place, 1));
  assert_state (&queue.place, queue.token, queue.waiting[1], "submitted");
  yc_page_command (YC_PAGE (queue.place.page), YC_PAGE_COMMAND_NEXT_STEP);
  yc_test_wait_until (queue.next.n_decided == 2);
  assert_state (&queue.place, queue.token, queue.waiting[1], "returned");
  queue_close (&queue);
}

/* Ctrl+Down means the next case, whether the page has gone there already or not. */
static void
test_review_next_case (void)
{
  Queue queue;

  queue_open (&queue, NULL);
  approve_first (&queue.place, queue.waiting[0]);
  yc_test_wait_until (queue.next.n_decided == 1);
  yc_page_command (YC_PAGE (queue.place.page), YC_PAGE_COMMAND_NEXT_ITEM);
  yc_test_wait_until (shows_number (&queue, 1));
  queue_close (&queue);
}

/* The reviewer did not wait: what is begun on the next case is left alone by the answer. */
static void
test_review_late_answer (void)
{
  Queue queue;

  queue_open (&queue, NULL);
  yc_test_wait_until (shows_number (&queue, 0));
  yc_test_wait_until (shows (queue.place.page, "Your decision"));
  yc_test_press (queue.place.window, "a");
  yc_test_wait_until (!shows (queue.place.page, "Your decision"));
  yc_page_command (YC_PAGE (queue.place.page), YC_PAGE_COMMAND_NEXT_STEP);
  yc_page_command (YC_PAGE (queue.place.page), YC_PAGE_COMMAND_NEXT_ITEM);
  yc_test_press (queue.place.window, "r");
  yc_test_wait_until (shows_number (&queue, 1));
  yc_test_wait_until (is_at_row (&queue.place, 0));
  yc_test_press (queue.place.window, "2");
  yc_test_wait_until (is_at_row (&queue.place, 1));
  yc_test_wait_until (queue.next.n_decided == 1);
  yc_test_wait_until (shows (queue.place.page, "Return to the counter: what must be mended?"));
  g_assert_true (is_at_row (&queue.place, 1));
  assert_state (&queue.place, queue.token, queue.waiting[1], "submitted");
  queue_close (&queue);
}

/* The service goes away: what is on screen stays, and the decision says what happened. */
static void
test_review_without_line (void)
{
  Place place;

  place_open (&place, YC_TYPE_REVIEW_PAGE, "wangfang");
  yc_test_wait_until (shows (place.page, "Your decision"));
  yc_test_service_kill (place.service);
  yc_test_press (place.window, "a");
  yc_test_wait_until (!shows (place.page, "Your decision"));
  yc_test_press (place.window, "Return");
  yc_test_wait_until (shows (place.page, "line"));
  yc_test_take_picture ("review-offline");
  place_close (&place);
}

static YcTestService *
create_service_with_token (const char *folder)
{
  g_autofree char *pin = g_build_filename (folder, "pin", NULL);
  const char *const arguments[] = {
    "--signing-module", yc_test_token_get_module (), "--signing-token", YC_TEST_TOKEN_LABEL,
    "--signing-key-label", YC_TEST_TOKEN_KEY, "--signing-pin-file", pin, "--signing-certificate",
    YC_TEST_KEYS "/SAMPLE-village.crt.pem", NULL
  };

  g_assert_true (g_file_set_contents (pin, YC_TEST_TOKEN_PIN, -1, NULL));
  g_assert_cmpint (g_chmod (pin, 0600), ==, 0);
  return yc_test_service_new (TRUE, arguments);
}

/* Somebody took the token with the seal's key out: the decision says so, and comes about when it is
 * back. */
static void
test_review_without_seal (void)
{
  Place place;
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestToken) seal = yc_test_token_new (folder, YC_TEST_KEYS "/SAMPLE-village.key.pem");
  g_autofree char *token = NULL;
  g_autoptr (JsonObject) waiting = NULL;

  place.service = create_service_with_token (folder);
  place_begin (&place, YC_TYPE_REVIEW_PAGE, "wangfang");
  token = yc_test_service_sign_in (place.service, "wangfang");
  waiting = get_first_waiting (&place, token);
  yc_test_wait_until (shows (place.page, "Your decision"));
  yc_test_token_pull_out (seal);
  yc_test_press (place.window, "a");
  yc_test_wait_until (!shows (place.page, "Your decision"));
  yc_test_press (place.window, "Return");
  yc_test_wait_until (shows (place.page, "The seal cannot sign just now"));
  yc_test_take_picture ("review-no-seal");
  assert_state (&place, token, waiting, "submitted");

  yc_test_token_put_back (seal);
  yc_test_wait_until (yc_outbox_get_n_unsent (yc_desk_get_outbox (place.desk)) == 0);
  assert_state (&place, token, waiting, "issued");
  place_close (&place);
}

/* The numbers of the service are on screen, and a number opens its cases. */
static void
test_returns (void)
{
  Place place;
  g_autofree char *token = NULL;
  g_autofree char *path = NULL;
  g_autofree char *rate = NULL;
  g_autoptr (JsonObject) summary = NULL;
  g_autoptr (GDateTime) now = yc_day_now ();
  JsonObject *clerk;

  place_open (&place, YC_TYPE_RETURNS_PAGE, "lijun");
  token = yc_test_service_sign_in (place.service, "lijun");
  path = g_date_time_format (now, "/api/v1/returns/summary?from=%Y-%m-01&to=%Y-%m-%d");
  summary = yc_test_service_get (place.service, path, token, 200);
  clerk = json_array_get_object_element (json_object_get_array_member (summary, "by_clerk"), 0);
  rate = g_strdup_printf ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT,
                          json_object_get_int_member (clerk, "clerk_returns"),
                          json_object_get_int_member (clerk, "intake"));
  yc_test_wait_until (shows (place.page, rate));
  yc_test_take_picture ("returns");

  yc_test_wait_until (gtk_window_get_focus (place.window) != NULL);
  yc_test_press (place.window, "Tab");
  yc_test_press (place.window, "Tab");
  yc_test_press (place.window, "Return");
  yc_test_wait_until (shows (place.page, "All returns"));
  yc_test_wait_until (shows (place.page, "BA-"));
  yc_test_take_picture ("returns-cases");
  yc_test_press (place.window, "Escape");
  yc_test_wait_until (shows (place.page, rate));
  place_close (&place);
}

static void
test_returns_without_line (void)
{
  Place place;

  place_open (&place, YC_TYPE_RETURNS_PAGE, "lijun");
  yc_test_wait_until (shows (place.page, "Return rate"));
  yc_test_service_kill (place.service);
  yc_page_command (YC_PAGE (place.page), YC_PAGE_COMMAND_REFRESH);
  yc_test_wait_until (shows (place.page, "What is shown is from before."));
  g_assert_true (shows (place.page, "Return rate"));
  yc_test_take_picture ("returns-offline");
  place_close (&place);
}

#define SAME_WORDS \
  "A new version with the same words and the same last day takes its place. The one that was lost " \
  "or damaged loses its effect."
#define VOIDED \
  "It loses its effect for good. Whoever checks it is told so, and it is not printed any more."
#define UNREACHED \
  "The service cannot be reached, so nothing was changed. Send it again when the line is back; what " \
  "is typed stays here."
#define UNANSWERED \
  "The line broke before the answer came, so it is not known whether this was done. Send it again: it " \
  "is never done twice."
#define TOO_LATE \
  "This cannot be done any more: the certificate is void, has been replaced, or its last day is over. " \
  "Close this and look at its state."

/* What stands below what is asked about. */
static char *
dup_warning (void)
{
  g_autofree char *whole = g_strdup_printf (_ ("%s\n%s\n\nThis cannot be taken back."), "", "");

  return g_strdup (g_strstrip (whole));
}

static void
make_void (Place      *place,
           const char *serial)
{
  g_autofree char *token = yc_test_service_sign_in (place->service, "lijun");
  g_autofree char *path = g_strconcat ("/api/v1/certificates/", serial, "/void", NULL);
  g_autoptr (JsonObject) answer = yc_test_service_post (
    place->service, path, token, "Idempotency-Key: void\r\n", "{\"reason\":\"mistake\"}", 200);

  g_assert_cmpstr (json_object_get_string_member (answer, "state"), ==, "void");
}

/* The newest certificate is on screen with its seal's state, and Ctrl+Down goes on. */
static void
test_certificates (void)
{
  Place place;
  g_autofree char *token = NULL;
  g_autoptr (JsonObject) answer = NULL;
  g_autofree char *void_words =
    g_strconcat (yc_certificate_state_get_title (YC_CERTIFICATE_VOID), " · ", NULL);
  JsonArray *certificates;
  const char *second;

  place_open (&place, YC_TYPE_CERTIFICATES_PAGE, "chenxiao");
  token = yc_test_service_sign_in (place.service, "chenxiao");
  answer = yc_test_service_get (place.service, "/api/v1/certificates", token, 200);
  certificates = json_object_get_array_member (answer, "certificates");
  g_assert_cmpuint (json_array_get_length (certificates), >, 2);
  second = json_object_get_string_member (json_array_get_object_element (certificates, 1),
                                          "serial");
  yc_test_wait_until (shows (place.page, json_object_get_string_member (
                               json_array_get_object_element (certificates, 0), "serial")));
  g_assert_nonnull (yc_test_ui_find_text (place.page, _ ("Sample seal, for training only")));
  yc_test_take_picture ("certificates");
  yc_page_command (YC_PAGE (place.page), YC_PAGE_COMMAND_NEXT_ITEM);
  yc_test_wait_until (shows (place.page, second));
  make_void (&place, second);
  yc_page_command (YC_PAGE (place.page), YC_PAGE_COMMAND_REFRESH);
  yc_test_wait_until (shows (place.page, void_words));
  yc_test_wait_until (shows (place.page, yc_change_reason_get_title (YC_CHANGE_REASON_MISTAKE)));
  /* Who takes cases in changes no certificate. */
  g_assert_false (shows (place.page, "Void…"));
  yc_test_take_picture ("certificates-void");
  place_close (&place);
}

/* (transfer full): the number of the newest certificate */
static char *
dup_newest (Place *place, const char *token)
{
  g_autoptr (JsonObject) answer =
    yc_test_service_get (place->service, "/api/v1/certificates", token, 200);
  JsonArray *all = json_object_get_array_member (answer, "certificates");

  return g_strdup (json_object_get_string_member (json_array_get_object_element (all, 0), "serial"));
}

static void
click (GtkWidget *root, const char *label)
{
  GtkWidget *button = yc_test_find_button (root, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* On the sheet that lies on top. */
static void
click_top (Place *place, const char *label)
{
  click (yc_sheet_host_get_top (YC_SHEET_HOST (place->host)), label);
}

/* What was lost is issued again, with its reason; the new version is made void only after a second
 * question. Then nothing more can be done with it. */
static void
test_change (void)
{
  Place place;
  g_autofree char *token = NULL, *serial = NULL, *next = NULL;
  GtkTextBuffer *note;

  place_open (&place, YC_TYPE_CERTIFICATES_PAGE, "wangfang");
  token = yc_test_service_sign_in (place.service, "wangfang");
  serial = dup_newest (&place, token);
  yc_test_wait_until (shows (place.page, serial));
  yc_test_wait_until (shows_filled (place.page,
                                    g_strdup_printf (_ ("Identifier %s"), "1.2.156.3005.2.")));
  click (place.page, "Re_issue…");
  yc_test_wait_until (shows (place.host, SAME_WORDS));
  yc_test_take_picture ("certificate-reissue");
  note = gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (yc_test_ui_find (place.host, GTK_TYPE_TEXT_VIEW, NULL)));
  yc_test_press (place.window, "Tab");
  yc_test_press (place.window, "x");
  yc_test_wait_until (gtk_text_buffer_get_char_count (note) == 1);
  click_top (&place, "Issue again");
  yc_test_wait_until (shows_filled (place.page,
                                    g_strdup_printf (_ ("Version %u, in place of %s"), 2, "")));
  yc_test_wait_until (shows_filled (place.page,
                                    g_strconcat (yc_change_reason_get_title (YC_CHANGE_REASON_LOST), " · x", NULL)));
  yc_test_take_picture ("certificate-reissued");
  next = dup_newest (&place, token);
  g_assert_cmpstr (next, !=, serial);

  click (place.page, "V_oid…");
  yc_test_wait_until (shows (place.host, VOIDED));
  click_top (&place, "Make void…");
  yc_test_wait_until (shows_filled (place.host, dup_warning ()));
  yc_test_take_picture ("certificate-void-asked");
  click_top (&place, "_Cancel");
  yc_test_wait_until (!shows_filled (place.host, dup_warning ()));
  g_assert_false (shows (place.page, "Made void"));
  click_top (&place, "Make void…");
  yc_test_wait_until (shows_filled (place.host, dup_warning ()));
  click_top (&place, "Make _void");
  yc_test_wait_until (shows (place.page, "Made void"));
  yc_test_wait_until (!shows (place.page, "Reissue…"));
  g_assert_null (yc_sheet_host_get_top (YC_SHEET_HOST (place.host)));
  yc_test_take_picture ("certificate-voided");
  place_close (&place);
}

static gboolean
is_form_focused (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  return focus != NULL && gtk_widget_get_ancestor (focus, YC_TYPE_FORM_VIEW) != NULL;
}

/* A name that was written wrong is mended in a new version; a form with a gap is not sent. */
static void
test_replace (void)
{
  Place place;
  g_autofree char *token = NULL, *serial = NULL;
  GtkWidget *view, *name;
  YcForm *form;

  place_open (&place, YC_TYPE_CERTIFICATES_PAGE, "wangfang");
  token = yc_test_service_sign_in (place.service, "wangfang");
  serial = dup_newest (&place, token);
  yc_test_wait_until (shows (place.page, serial));
  click (place.page, "_Replace…");
  yc_test_wait_until (shows (place.host,
                             "Mend what is wrong. A new version takes its place, and this one loses its effect."));
  view = yc_test_ui_find (place.host, YC_TYPE_FORM_VIEW, NULL);
  g_assert_nonnull (view);
  yc_test_take_picture ("certificate-replace");
  form = yc_form_view_get_form (YC_FORM_VIEW (view));
  g_assert_true (yc_form_set_text (form, "/water_address", "", NULL));
  click_top (&place, "Replace");
  yc_test_wait_until (shows (place.host, "Something in the form is missing or wrong."));
  yc_test_wait_until (is_form_focused (place.window));
  g_assert_true (yc_form_set_text (form, "/water_address", "样例一路 8 号", NULL));
  name = yc_test_ui_find (yc_sheet_host_get_top (YC_SHEET_HOST (place.host)), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (name), "苏子萱");
  click_top (&place, "Replace");
  yc_test_wait_until (shows_filled (place.page,
                                    g_strdup_printf (_ ("Version %u, in place of %s"), 2, "")));
  yc_test_wait_until (shows (place.page, "苏子萱"));
  yc_test_wait_until (shows (place.page, "Replaced by a mended version"));
  yc_test_take_picture ("certificate-replaced");
  place_close (&place);
}

/* Another one was quicker, and then the line is down: each is told, nothing typed is lost, and what
 * cannot be done is not offered. */
static void
test_change_refused (void)
{
  Place place;
  g_autofree char *token = NULL, *serial = NULL;

  place_open (&place, YC_TYPE_CERTIFICATES_PAGE, "wangfang");
  token = yc_test_service_sign_in (place.service, "wangfang");
  serial = dup_newest (&place, token);
  yc_test_wait_until (shows (place.page, serial));
  click (place.page, "Re_issue…");
  yc_test_wait_until (shows (place.host, SAME_WORDS));
  make_void (&place, serial);
  click_top (&place, "Issue again");
  yc_test_wait_until (shows (place.host, TOO_LATE));
  yc_test_take_picture ("certificate-change-late");
  yc_test_press (place.window, "Escape");
  yc_test_wait_until (yc_sheet_host_get_top (YC_SHEET_HOST (place.host)) == NULL);

  yc_page_command (YC_PAGE (place.page), YC_PAGE_COMMAND_NEXT_ITEM);
  yc_test_wait_until (!shows (place.page, serial) && shows (place.page, "Reissue…"));
  click (place.page, "Re_issue…");
  yc_test_wait_until (shows (place.host, SAME_WORDS));
  yc_test_service_kill (place.service);
  click_top (&place, "Issue again");
  yc_test_wait_until (shows (place.host, UNREACHED) ||
                      shows (place.host, UNANSWERED));
  yc_test_take_picture ("certificate-change-offline");
  yc_test_press (place.window, "Escape");
  yc_test_wait_until (shows (place.page, "With the line down a certificate cannot be changed."));
  yc_test_take_picture ("certificates-offline");
  place_close (&place);
}

int
main (int argc, char *argv[])
{
  yc_ui_prepare_locale ();
  gtk_test_init (&argc, &argv, NULL);
  yc_ui_init ();
  g_test_add_func ("/ui/pages/review-return", test_review_return);
  g_test_add_func ("/ui/pages/review-approve", test_review_approve);
  g_test_add_func ("/ui/pages/review-without-seal", test_review_without_seal);
  g_test_add_func ("/ui/pages/review-next-key", test_review_next_key);
  g_test_add_func ("/ui/pages/review-next-case", test_review_next_case);
  g_test_add_func ("/ui/pages/review-late-answer", test_review_late_answer);
  g_test_add_func ("/ui/pages/review-without-line", test_review_without_line);
  g_test_add_func ("/ui/pages/review-waived", test_review_waived);
  g_test_add_func ("/ui/pages/review-variant", test_review_variant);
  g_test_add_func ("/ui/pages/returns", test_returns);
  g_test_add_func ("/ui/pages/returns-without-line", test_returns_without_line);
  g_test_add_func ("/ui/pages/certificates", test_certificates);
  g_test_add_func ("/ui/pages/certificate-change", test_change);
  g_test_add_func ("/ui/pages/certificate-replace", test_replace);
  g_test_add_func ("/ui/pages/certificate-change-refused", test_change_refused);
  return g_test_run ();
}
