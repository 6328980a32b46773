/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked for a version of a knowledge entry, and what is written of it. A supervisor writes
 * for the own place and those below it, an administrator for any or for all; what belongs to an
 * entry as a whole is the administrator's when it holds beyond the writer's places. */
#include "yc-entry-form.h"

#include "yc-day.h"
#include "yc-picked-field.h"
#include "yc-place-code.h"

#include <glib/gi18n-lib.h>

struct _YcEntryForm
{
  YcDesk             *desk;
  YcKnowledgeEntry   *entry;
  YcInquiry          *inquiry;
  /* What the new one begins with. */
  YcKnowledgeVersion *version;
  YcAskSheet         *sheet;
  GtkWidget          *place;
  GtkWidget          *items;
  GtkWidget          *lists;
};

static YcCatalog *
get_catalog (YcEntryForm *self)
{
  return yc_desk_get_catalog (self->desk);
}

static gboolean
writes_everywhere (YcEntryForm *self)
{
  return yc_session_get_role (yc_desk_get_session (self->desk)) == YC_ROLE_ADMINISTRATOR;
}

/* Whether it says nothing to anybody beyond the own places. */
static gboolean
holds_here_alone (YcEntryForm *self)
{
  const char *own = yc_session_get_place (yc_desk_get_session (self->desk));
  GListModel *versions = yc_knowledge_entry_get_versions (self->entry);

  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      g_autoptr (YcKnowledgeVersion) version = g_list_model_get_item (versions, i);

      if (!yc_place_code_is_within (yc_knowledge_version_get_place (version), own))
        return FALSE;
    }

  return TRUE;
}

static gboolean
writes_whole (YcEntryForm *self)
{
  return self->entry == NULL || writes_everywhere (self) || holds_here_alone (self);
}

/* What holds in the place that is written for, else the newest. */
static YcKnowledgeVersion *
choose_version (YcEntryForm *self)
{
  g_autofree char *path = yc_catalog_dup_place_path (get_catalog (self));
  g_autofree char *today = yc_day_dup_today ();
  YcKnowledgeVersion *version = yc_knowledge_entry_find_version (
      self->entry, writes_everywhere (self) ? NULL : path, today);

  if (version != NULL)
    return g_object_ref (version);

  return g_list_model_get_item (yc_knowledge_entry_get_versions (self->entry), 0);
}

/**
 * yc_entry_form_new:
 * @desk: the desk of who keeps the knowledge base
 * @entry: (nullable): the entry that gets a version, %NULL for a new one
 * @inquiry: (nullable): what it answers
 *
 * Returns: (transfer full): what is to be asked
 */
YcEntryForm *
yc_entry_form_new (YcDesk *desk, YcKnowledgeEntry *entry, YcInquiry *inquiry)
{
  YcEntryForm *self = g_new0 (YcEntryForm, 1);

  self->desk = g_object_ref (desk);
  self->entry = entry != NULL ? g_object_ref (entry) : NULL;
  self->inquiry = inquiry != NULL ? g_object_ref (inquiry) : NULL;
  self->version = entry != NULL ? choose_version (self) : NULL;

  return self;
}

void
yc_entry_form_free (YcEntryForm *self)
{
  g_object_unref (self->desk);
  g_clear_object (&self->entry);
  g_clear_object (&self->inquiry);
  g_clear_object (&self->version);
  g_free (self);
}

/* Its own place and those below it, or all. */
static GtkWidget *
create_place (YcEntryForm *self)
{
  YcCatalog *catalog = get_catalog (self);
  const char *own = yc_session_get_place (yc_desk_get_session (self->desk));
  g_autoptr (GPtrArray) codes = yc_catalog_dup_ids (catalog, "place");
  GtkWidget *widget = yc_picked_field_new (_ ("For which place"), FALSE);
  YcPickedField *field = YC_PICKED_FIELD (widget);

  if (writes_everywhere (self))
    yc_picked_field_offer (field, "", _ ("All places"));
  for (guint i = 0; i < codes->len; i++)
    if (writes_everywhere (self) || yc_place_code_is_within (codes->pdata[i], own))
      yc_picked_field_offer (field, codes->pdata[i],
                             yc_catalog_get_place_name (catalog, codes->pdata[i]));
  yc_picked_field_pick (field, writes_everywhere (self) ? "" : own, NULL);

  return widget;
}

static void
offer_items_cb (YcPickedField *field, YcCatalog *catalog)
{
  GListModel *items = yc_catalog_get_items (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (YcItem) item = g_list_model_get_item (items, i);

      yc_picked_field_offer (field, yc_item_get_code (item), yc_item_get_title (item));
    }
}

static void
offer_lists_cb (YcPickedField *field, YcCatalog *catalog)
{
  GListModel *lists = yc_catalog_get_lists (catalog);

  for (guint i = 0; i < g_list_model_get_n_items (lists); i++)
    {
      g_autoptr (YcQuestionList) list = g_list_model_get_item (lists, i);

      yc_picked_field_offer (field, yc_question_list_get_id (list),
                             yc_question_list_get_title (list));
    }
}

static void
pick_item (YcEntryForm *self, const char *code)
{
  YcItem *item = yc_catalog_get_item (get_catalog (self), code);

  if (*code != '\0')
    yc_picked_field_pick (YC_PICKED_FIELD (self->items), code,
                          item != NULL ? yc_item_get_title (item) : NULL);
}

static void
pick_list (YcEntryForm *self, const char *id)
{
  YcQuestionList *list = yc_catalog_get_list (get_catalog (self), id);

  if (*id != '\0')
    yc_picked_field_pick (YC_PICKED_FIELD (self->lists), id,
                          list != NULL ? yc_question_list_get_title (list) : NULL);
}

/* What the entry has, or what was reported was about. */
static void
pick_related (YcEntryForm *self)
{
  const char *const *items =
      self->entry != NULL ? yc_knowledge_entry_get_items (self->entry) : NULL;
  const char *const *lists =
      self->entry != NULL ? yc_knowledge_entry_get_lists (self->entry) : NULL;

  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    pick_item (self, items[i]);
  for (guint i = 0; lists != NULL && lists[i] != NULL; i++)
    pick_list (self, lists[i]);
  if (self->entry == NULL && self->inquiry != NULL)
    {
      pick_item (self, yc_inquiry_get_item (self->inquiry));
      pick_list (self, yc_inquiry_get_list (self->inquiry));
    }
}

static void
create_related (YcEntryForm *self)
{
  self->items = yc_picked_field_new (_ ("Items that it is about"), TRUE);
  self->lists = yc_picked_field_new (_ ("Question lists that it is about"), TRUE);
  g_signal_connect (self->items, "fill", G_CALLBACK (offer_items_cb), get_catalog (self));
  g_signal_connect (self->lists, "fill", G_CALLBACK (offer_lists_cb), get_catalog (self));
  pick_related (self);
}

/* (transfer full) */
static char *
join (const char *const *words)
{
  return words != NULL ? g_strjoinv ("；", (char **) words) : NULL;
}

static const char *
get_question (YcEntryForm *self)
{
  if (self->version != NULL)
    return yc_knowledge_version_get_question (self->version);

  return self->inquiry != NULL ? yc_inquiry_get_question (self->inquiry) : NULL;
}

static void
add_line (GString *lines, const char *title, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (lines, "%s%s\n%s", lines->len > 0 ? "\n\n" : "", title, words);
}

/* (transfer full) */
static char *
name_items (YcEntryForm *self)
{
  g_auto (GStrv) codes = yc_picked_field_dup_ids (YC_PICKED_FIELD (self->items));
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) named = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      YcItem *item = yc_catalog_get_item (get_catalog (self), codes[i]);

      g_strv_builder_add (titles, item != NULL ? yc_item_get_title (item) : codes[i]);
    }
  named = g_strv_builder_end (titles);

  return join ((const char *const *) named);
}

/* (transfer full) */
static char *
name_lists (YcEntryForm *self)
{
  g_auto (GStrv) ids = yc_picked_field_dup_ids (YC_PICKED_FIELD (self->lists));
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) named = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      YcQuestionList *list = yc_catalog_get_list (get_catalog (self), ids[i]);

      g_strv_builder_add (titles, list != NULL ? yc_question_list_get_title (list) : ids[i]);
    }
  named = g_strv_builder_end (titles);

  return join ((const char *const *) named);
}

/* What the entry has beyond its versions, to be read. The keyboard goes through it, so that it comes
 * into sight. */
static GtkWidget *
create_whole (YcEntryForm *self, const char *tags, const char *synonyms)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *items = name_items (self);
  g_autofree char *lists = name_lists (self);
  GtkWidget *label;

  add_line (lines, _ ("Words it is found by"), tags);
  add_line (lines, _ ("Other ways of asking the same"), synonyms);
  add_line (lines, _ ("Items that it is about"), items);
  add_line (lines, _ ("Question lists that it is about"), lists);
  add_line (lines, _ ("Who answers for it"), yc_knowledge_entry_get_owner (self->entry));
  label = gtk_label_new (lines->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);

  return label;
}

/**
 * yc_entry_form_present:
 * @self: what is to be asked
 * @over: a widget in the window
 *
 * Returns: (transfer none): the sheet that asks it
 */
YcAskSheet *
yc_entry_form_present (YcEntryForm *self, GtkWidget *over)
{
  YcKnowledgeVersion *version = self->version;
  YcKnowledgeEntry *entry = self->entry;
  g_autofree char *today = yc_day_dup_today ();
  g_autofree char *tags = join (entry != NULL ? yc_knowledge_entry_get_tags (entry) : NULL);
  g_autofree char *synonyms = join (entry != NULL ? yc_knowledge_entry_get_synonyms (entry) : NULL);

  gboolean whole = writes_whole (self);

  self->place = create_place (self);
  create_related (self);

  YcAskField fields[] = {
    { .name = "question", .title = _ ("Question"), .needed = TRUE, .value = get_question (self) },
    { .name = "answer", .title = _ ("Agreed answer, to be said aloud"), .height = 54, .needed = TRUE,
      .value = version != NULL ? yc_knowledge_version_get_answer (version) : NULL },
    { .name = "body", .title = _ ("Details, in Markdown"), .height = 120, .needed = TRUE,
      .value = version != NULL ? yc_knowledge_version_get_body (version) : NULL },
    { .name = "source", .title = _ ("What it rests on"), .needed = TRUE,
      .value = version != NULL ? yc_knowledge_version_get_source (version) : NULL },
    { .name = "place", .title = _ ("For which place"), .widget = self->place },
    { .name = "from", .title = _ ("In force from"), .needed = TRUE, .value = today },
    { .name = "until", .title = _ ("In force until; empty until there is another version") },
    { .name = "note", .title = _ ("What is new") },
    { .name = "tags", .title = _ ("Words it is found by, with commas between"), .needed = TRUE,
      .value = tags },
    { .name = "synonyms", .title = _ ("Other ways of asking the same, with semicolons between"),
      .value = synonyms },
    { .name = "items", .title = _ ("Items that it is about"), .widget = self->items },
    { .name = "lists", .title = _ ("Question lists that it is about"), .widget = self->lists },
    { .name = "owner", .title = _ ("Who answers for it"), .needed = TRUE,
      .value = entry != NULL ? yc_knowledge_entry_get_owner (entry) : NULL },
  };

  const guint n_of_version = 8;

  if (!whole)
    {
      fields[n_of_version] = (YcAskField) {
        .name = "whole", .widget = create_whole (self, tags, synonyms),
        .title = _ ("This holds in other places, too; an administrator changes it:"),
      };
      g_object_ref_sink (self->items);
      g_object_ref_sink (self->lists);
    }
  self->sheet = yc_ask_sheet_present (over, entry != NULL ? _ ("New version") : _ ("New entry"),
                                      NULL, fields,
                                      whole ? G_N_ELEMENTS (fields) : n_of_version + 1,
                                      _ ("Publish (Ctrl+Enter)"));
  if (!whole)
    {
      g_clear_object (&self->items);
      g_clear_object (&self->lists);
    }

  return self->sheet;
}

/* Whole questions may have commas in them. */
static JsonArray *
split (const char *text, const char *marks)
{
  g_auto (GStrv) words = g_regex_split_simple (marks, text, 0, 0);
  JsonArray *array = json_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      json_array_add_string_element (array, words[i]);

  return array;
}

static JsonArray *
write_picked (GtkWidget *field)
{
  g_auto (GStrv) ids = yc_picked_field_dup_ids (YC_PICKED_FIELD (field));
  JsonArray *array = json_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    json_array_add_string_element (array, ids[i]);

  return array;
}

static JsonObject *
write_whole (YcEntryForm *self)
{
  g_autofree char *tags = yc_ask_sheet_dup_text (self->sheet, "tags");
  g_autofree char *synonyms = yc_ask_sheet_dup_text (self->sheet, "synonyms");
  g_autofree char *owner = yc_ask_sheet_dup_text (self->sheet, "owner");
  JsonObject *entry = json_object_new ();

  json_object_set_array_member (entry, "tags", split (tags, "[;；，,、]"));
  json_object_set_array_member (entry, "synonyms", split (synonyms, "[;；]"));
  json_object_set_array_member (entry, "items", write_picked (self->items));
  json_object_set_array_member (entry, "lists", write_picked (self->lists));
  json_object_set_string_member (entry, "owner", owner);

  return entry;
}

static JsonObject *
write_version (YcEntryForm *self)
{
  static const char *const names[] = { "question", "answer", "body", "source",
                                       "from",     "until",  "note" };
  g_auto (GStrv) place = yc_picked_field_dup_ids (YC_PICKED_FIELD (self->place));
  JsonObject *version = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = yc_ask_sheet_dup_text (self->sheet, names[i]);

      if (*text != '\0')
        json_object_set_string_member (version, names[i], text);
    }
  if (place[0] != NULL && *place[0] != '\0')
    json_object_set_string_member (version, "place", place[0]);

  return version;
}

/* (nullable) (transfer full): what is wrong with the days */
static char *
check_days (YcEntryForm *self)
{
  g_autofree char *from = yc_ask_sheet_dup_text (self->sheet, "from");
  g_autofree char *until = yc_ask_sheet_dup_text (self->sheet, "until");

  if (!yc_day_is_valid (from) || (*until != '\0' && !yc_day_is_valid (until)))
    return g_strdup (_ ("The day is written like 2026-11-30."));
  if (*until != '\0' && g_strcmp0 (until, from) < 0)
    return g_strdup (_ ("It would end before it begins."));

  return NULL;
}

/**
 * yc_entry_form_write:
 * @self: what was asked
 * @problem: (out) (transfer full): what is wrong, translated
 *
 * Returns: (transfer full) (nullable): what the service is asked to publish
 */
JsonObject *
yc_entry_form_write (YcEntryForm *self, char **problem)
{
  JsonArray *inquiries;
  JsonObject *body;

  *problem = check_days (self);
  if (*problem != NULL)
    return NULL;

  body = json_object_new ();
  inquiries = json_array_new ();
  json_object_set_object_member (body, "version", write_version (self));
  if (writes_whole (self))
    json_object_set_object_member (body, "entry", write_whole (self));
  if (self->inquiry != NULL)
    json_array_add_string_element (inquiries, yc_inquiry_get_id (self->inquiry));
  json_object_set_array_member (body, "inquiries", inquiries);

  return body;
}
