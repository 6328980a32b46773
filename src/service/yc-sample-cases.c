/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some weeks of invented work at the counters: the same every time but for the dates, which end
 * today. */
#include "yc-sample-cases.h"

#include "yc-case-decision.h"
#include "yc-case-intake.h"
#include "yc-clock.h"
#include "yc-day.h"
#include "yc-json.h"
#include "yc-sample-files.h"
#include "yc-users-table.h"

#define SEED 20260901
#define N_CASES 150
#define N_DAYS 33
/* Of the newest cases, so many still wait for the reviewers. */
#define N_WAITING 12
/* Certificates are slow to make, so that only among the newest cases there are such items. */
#define N_WITH_CERTIFICATE 50
/* How many in a hundred are sent back: one clerk is still learning. */
#define LEARNER_RETURNS 32
#define OTHER_RETURNS 9
#define MINUTE ((gint64) 60)

typedef struct
{
  const YcWork *work;
  JsonObject *samples;
  gint64 catalog_version;
  GRand *random;
  YcIdentity *clerks[2];
  YcIdentity *reviewers[3];
  /* (nullable): what one of the cases that wait shall be, until it is taken in */
  JsonObject *waiting;
} Story;

static YcIdentity *
load_identity (const YcWork  *work,
               const char    *id,
               GError       **error)
{
  g_autoptr (YcUser) user = yc_users_table_find (work->transaction, id, error);
  YcIdentity *identity;

  if (user == NULL)
    return NULL;
  identity = g_new0 (YcIdentity, 1);
  identity->id = g_strdup (user->id);
  identity->name = g_strdup (user->name);
  identity->role = user->role;
  identity->place = g_strdup (user->place);
  identity->counter = g_strdup (user->counter);
  identity->place_path = yc_shelf_get_place_path (yc_service_get_shelf (work->service),
                                                  work->transaction, user->place, error);
  return identity;
}

static gboolean
load_people (Story   *self,
             GError **error)
{
  static const char *const clerks[] = { "chenxiao", "linyu" };
  static const char *const reviewers[] = { "wangfang", "hejing", "liangzhi" };

  for (guint i = 0; i < G_N_ELEMENTS (clerks); i++)
    if ((self->clerks[i] = load_identity (self->work, clerks[i], error)) == NULL)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (reviewers); i++)
    if ((self->reviewers[i] = load_identity (self->work, reviewers[i], error)) == NULL)
      return FALSE;
  return TRUE;
}

static void
clear_story (Story *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->clerks); i++)
    g_clear_pointer (&self->clerks[i], yc_identity_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->reviewers); i++)
    g_clear_pointer (&self->reviewers[i], yc_identity_free);
  g_clear_pointer (&self->random, g_rand_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Story, clear_story)

static const char *
pick_string (Story      *self,
             const char *list)
{
  JsonArray *array = yc_json_get_array (self->samples, list);

  return json_array_get_string_element (
    array, g_rand_int_range (self->random, 0, json_array_get_length (array)));
}

static gboolean
has_certificate (JsonObject *kind)
{
  return yc_json_get_boolean (kind, "certificate", FALSE);
}

static JsonObject *
pick_any_kind (Story *self)
{
  JsonArray *kinds = yc_json_get_array (self->samples, "kinds");
  gint64 total = 0, ticket;
  guint i = 0;

  for (guint k = 0; k < json_array_get_length (kinds); k++)
    total += yc_json_get_int (json_array_get_object_element (kinds, k), "weight", 1);
  ticket = g_rand_int_range (self->random, 0, total);
  while (ticket >= yc_json_get_int (json_array_get_object_element (kinds, i), "weight", 1))
    ticket -= yc_json_get_int (json_array_get_object_element (kinds, i++), "weight", 1);
  return json_array_get_object_element (kinds, i);
}

static JsonObject *
pick_kind (Story *self,
           guint  i)
{
  JsonObject *kind = pick_any_kind (self);

  while (has_certificate (kind) && i + N_WITH_CERTIFICATE < N_CASES)
    kind = pick_any_kind (self);
  return kind;
}

static JsonObject *
find_waiting_kind (JsonObject *samples)
{
  JsonArray *kinds = yc_json_get_array (samples, "kinds");

  for (guint i = 0; i < json_array_get_length (kinds); i++)
    if (yc_json_get_boolean (json_array_get_object_element (kinds, i), "waiting", FALSE))
      return json_array_get_object_element (kinds, i);
  return NULL;
}

/* Not the oldest that waits. The dice fall in any case, so that the other cases stay as they are. */
static JsonObject *
choose_kind (Story            *self,
             guint             i,
             const YcIdentity *clerk)
{
  JsonObject *kind = pick_kind (self, i);

  if (self->waiting == NULL || i + N_WAITING / 2 < N_CASES || clerk != self->clerks[0])
    return kind;
  return g_steal_pointer (&self->waiting);
}

/* GB 11643 with an area code that is assigned to no place. */
static char *
invent_id_number (Story *self)
{
  static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  int year = g_rand_int_range (self->random, 1945, 2003);
  int month = g_rand_int_range (self->random, 1, 13);
  int day = g_rand_int_range (self->random, 1, 29);
  int sequence = g_rand_int_range (self->random, 1, 999);
  char *number = g_strdup_printf ("990101%04d%02d%02d%03d ", year, month, day, sequence);
  int sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += (number[i] - '0') * weights[i];
  number[17] = "10X98765432"[sum % 11];
  return number;
}

static JsonObject *
invent_applicant (Story *self)
{
  JsonObject *applicant = json_object_new ();
  g_autofree char *name =
    g_strconcat (pick_string (self, "surnames"), pick_string (self, "given_names"), NULL);
  g_autofree char *number = invent_id_number (self);
  g_autofree char *mobile =
    g_strdup_printf ("100%08d", g_rand_int_range (self->random, 1000, 100000000));

  json_object_set_string_member (applicant, "name", name);
  json_object_set_string_member (applicant, "id_number", number);
  json_object_set_string_member (applicant, "mobile", mobile);
  json_object_set_string_member (applicant, "address", pick_string (self, "addresses"));
  json_object_set_string_member (applicant, "email", "");
  return applicant;
}

static JsonArray *
write_materials (JsonObject *kind)
{
  JsonObject *materials = yc_json_get_object (kind, "materials");
  JsonArray *array = json_array_new ();
  g_autoptr (GList) names = json_object_get_members (materials);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonObject *material = json_object_new ();

      json_object_set_string_member (material, "id", l->data);
      json_object_set_string_member (material, "status",
                                     json_object_get_string_member (materials, l->data));
      json_array_add_object_element (array, material);
    }
  return array;
}

/* RFC 9562 version 7 from the story's own clock and dice, so that it is the same every time. */
static char *
invent_uuid (Story     *self,
             GDateTime *at)
{
  guint64 ms = g_date_time_to_unix (at) * 1000;

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%08x%04x", (guint32) (ms >> 16),
                          (guint32) (ms & 0xffff), g_rand_int (self->random) & 0xfff,
                          (g_rand_int (self->random) & 0x3fff) | 0x8000, g_rand_int (self->random),
                          g_rand_int (self->random) & 0xffff);
}

static JsonObject *
invent_case (Story      *self,
             JsonObject *kind,
             GDateTime  *at)
{
  JsonObject *body = json_object_new ();
  JsonObject *applicant = invent_applicant (self);
  JsonNode *form = yc_json_copy (json_object_get_member (kind, "form"));
  g_autofree char *id = invent_uuid (self, at);

  json_object_set_string_member (json_node_get_object (form), "phone",
                                 yc_json_get_string (applicant, "mobile", ""));
  json_object_set_string_member (body, "id", id);
  json_object_set_string_member (body, "item", yc_json_get_string (kind, "item", ""));
  json_object_set_int_member (body, "catalog_version", self->catalog_version);
  json_object_set_object_member (body, "applicant", applicant);
  json_object_set_array_member (body, "materials", write_materials (kind));
  json_object_set_member (body, "form", form);
  return body;
}

static YcWork
set_clock (Story            *self,
           const YcIdentity *identity,
           GDateTime        *at,
           const char       *text)
{
  YcWork work = *self->work;

  work.identity = identity;
  work.now = at;
  work.now_text = text;
  return work;
}

/* The nearest reviewer: a village without one is served by its town. */
static const YcIdentity *
pick_reviewer (Story        *self,
               YcCaseRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->reviewers); i++)
    if (yc_identity_covers (self->reviewers[i], record->review_path))
      return self->reviewers[i];
  return self->reviewers[G_N_ELEMENTS (self->reviewers) - 1];
}

static gboolean
decide (Story         *self,
        YcCaseRecord  *record,
        JsonObject    *decision,
        GDateTime     *at,
        GError       **error)
{
  g_autofree char *text = yc_clock_format (at);
  YcWork work = set_clock (self, pick_reviewer (self, record), at, text);

  return yc_case_decision_make (&work, record, decision, error);
}

static JsonObject *
create_decision (const char *kind,
                 JsonObject *from)
{
  static const char *const members[] = { "reason", "cause", "field", "note" };
  JsonObject *decision = json_object_new ();

  json_object_set_string_member (decision, "decision", kind);
  for (guint i = 0; from != NULL && i < G_N_ELEMENTS (members); i++)
    json_object_set_string_member (decision, members[i],
                                   yc_json_get_string (from, members[i], ""));
  return decision;
}

static gboolean
approve (Story         *self,
         YcCaseRecord  *record,
         GDateTime     *at,
         GError       **error)
{
  g_autoptr (GDateTime) moment = g_date_time_ref (at);

  while (record->state == YC_CASE_STATE_SUBMITTED)
    {
      g_autoptr (JsonObject) decision = create_decision ("approve", NULL);
      GDateTime *next = g_date_time_add_seconds (
        moment, MINUTE * g_rand_int_range (self->random, 2, 40));

      g_date_time_unref (moment);
      moment = next;
      if (!decide (self, record, decision, moment, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_back (Story         *self,
           YcCaseRecord  *record,
           GDateTime     *at,
           GError       **error)
{
  JsonArray *returns =
    yc_json_get_array (yc_json_get_object (self->samples, "returns"), record->item);
  guint i = g_rand_int_range (self->random, 0, json_array_get_length (returns));
  g_autoptr (JsonObject) decision =
    create_decision ("return", json_array_get_object_element (returns, i));
  g_autoptr (GDateTime) moment =
    g_date_time_add_seconds (at, MINUTE * g_rand_int_range (self->random, 3, 50));

  return decide (self, record, decision, moment, error);
}

static gboolean
mend (Story         *self,
      YcCaseRecord  *record,
      JsonObject    *body,
      GDateTime     *at,
      GError       **error)
{
  const YcIdentity *clerk =
    g_str_equal (record->clerk, self->clerks[0]->id) ? self->clerks[0] : self->clerks[1];
  g_autofree char *text = yc_clock_format (at);
  YcWork work = set_clock (self, clerk, at, text);

  return yc_case_intake_resubmit (&work, record, body, error);
}

/* What becomes of case @i of N_CASES, the last being the newest. */
static gboolean
go_on (Story         *self,
       guint          i,
       YcCaseRecord  *record,
       JsonObject    *body,
       GDateTime     *at,
       GError       **error)
{
  guint dice = g_rand_int_range (self->random, 0, 100);
  gboolean learner = g_str_equal (record->clerk, self->clerks[0]->id);
  g_autoptr (GDateTime) later = g_date_time_add_seconds (at, 90 * MINUTE);

  if (i + N_WAITING >= N_CASES)
    return TRUE;
  if (dice >= (learner ? LEARNER_RETURNS : OTHER_RETURNS))
    return approve (self, record, at, error);
  if (!send_back (self, record, at, error))
    return FALSE;
  /* Some returned cases still lie at the counter. */
  if (dice < 7)
    return TRUE;
  return mend (self, record, body, later, error) && approve (self, record, later, error);
}

static gboolean
add_case (Story      *self,
          guint       i,
          GDateTime  *at,
          GError    **error)
{
  const YcIdentity *clerk = self->clerks[g_rand_int_range (self->random, 0, 5) < 3 ? 0 : 1];
  g_autofree char *text = yc_clock_format (at);
  YcWork work = set_clock (self, clerk, at, text);
  g_autoptr (JsonObject) body = invent_case (self, choose_kind (self, i, clerk), at);
  g_autoptr (YcCaseRecord) record = yc_case_intake_create (&work, body, error);

  return record != NULL && go_on (self, i, record, body, at, error);
}

static JsonObject *
find_kind (Story      *self,
           const char *item)
{
  JsonArray *kinds = yc_json_get_array (self->samples, "kinds");

  for (guint i = 0; i < json_array_get_length (kinds); i++)
    if (g_strcmp0 (yc_json_get_string (json_array_get_object_element (kinds, i), "item", NULL),
                   item) == 0)
      return json_array_get_object_element (kinds, i);
  return NULL;
}

/* (transfer full): at ten in the morning of China, so many months ago and days later */
static GDateTime *
get_past (Story      *self,
          JsonObject *past)
{
  g_autoptr (GTimeZone) zone = yc_day_get_zone ();
  g_autoptr (GDateTime) now = yc_day_in_china (self->work->now, 0);
  g_autoptr (GDateTime) month =
    g_date_time_add_months (now, -(int) yc_json_get_int (past, "months_ago", 0));
  g_autoptr (GDateTime) day =
    g_date_time_add_days (month, (int) yc_json_get_int (past, "days_later", 0));
  g_autoptr (GDateTime) morning =
    g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                     g_date_time_get_day_of_month (day), 10, 0, 0);

  return g_date_time_to_utc (morning);
}

/* A certificate of long ago: of somebody whose name and number the samples tell, so that it can be
 * looked for. */
static gboolean
add_past (Story       *self,
          JsonObject  *past,
          GError     **error)
{
  g_autoptr (GDateTime) at = get_past (self, past);
  g_autofree char *text = yc_clock_format (at);
  YcWork work = set_clock (self, self->clerks[0], at, text);
  g_autoptr (JsonObject) body =
    invent_case (self, find_kind (self, yc_json_get_string (past, "item", NULL)), at);
  JsonObject *applicant = yc_json_get_object (body, "applicant");
  g_autoptr (YcCaseRecord) record = NULL;

  json_object_set_string_member (applicant, "name", yc_json_get_string (past, "name", ""));
  json_object_set_string_member (applicant, "id_number",
                                 yc_json_get_string (past, "id_number", ""));
  record = yc_case_intake_create (&work, body, error);
  return record != NULL && approve (self, record, at, error);
}

static gboolean
add_all_past (Story   *self,
              GError **error)
{
  JsonArray *past = yc_json_get_array (self->samples, "past");

  for (guint i = 0; past != NULL && i < json_array_get_length (past); i++)
    if (!add_past (self, json_array_get_object_element (past, i), error))
      return FALSE;
  return TRUE;
}

/* Working hours of the days before today, the cases evenly over them, in their order. */
static GDateTime *
get_moment (Story *self,
            guint  i)
{
  g_autoptr (GTimeZone) zone = yc_day_get_zone ();
  g_autoptr (GDateTime) now = yc_day_in_china (self->work->now, 0);
  guint slot = i * N_DAYS * 8 / N_CASES;
  guint days_ago = N_DAYS - slot / 8;
  g_autoptr (GDateTime) day = g_date_time_add_days (now, -(int) days_ago);
  g_autoptr (GDateTime) opening =
    g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                     g_date_time_get_day_of_month (day), 9 + slot % 8, 0, 0);
  g_autoptr (GDateTime) moment =
    g_date_time_add_seconds (opening, (i * 7) % 60 * MINUTE + (i * 13) % 60);

  return g_date_time_to_utc (moment);
}

/**
 * yc_sample_cases_add:
 * @work: the work of setting up, in a transaction that writes
 * @samples: resources/demo/cases.json; changed
 * @catalog_version: the version of the sample catalog
 * @error: (nullable): return location
 *
 * Takes in, returns, mends, approves and issues as real people would have.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_sample_cases_add (const YcWork  *work,
                     JsonObject    *samples,
                     gint64         catalog_version,
                     GError       **error)
{
  g_auto (Story) story = {
    .work = work,
    .samples = samples,
    .catalog_version = catalog_version,
    .random = g_rand_new_with_seed (SEED),
    .waiting = find_waiting_kind (samples),
  };

  if (!load_people (&story, error) ||
      !yc_sample_files_attach (work, story.clerks, G_N_ELEMENTS (story.clerks),
                               json_object_get_member (samples, "kinds"), error))
    return FALSE;
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (GDateTime) at = get_moment (&story, i);

      if (!add_case (&story, i, at, error))
        return FALSE;
    }
  return add_all_past (&story, error);
}
