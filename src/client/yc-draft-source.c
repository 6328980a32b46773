/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills a form from what is known already (`x-source` in the schema) and from the visit's other forms
 * that ask the same (`x-shared`, or the same source), and keeps such a field in step as long as nobody
 * typed into it. */
#include "yc-draft-source.h"

#include "yc-form-source.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const YcFormSource *said;
  JsonNode           *last;     /* what was put there by us */
} Link;

struct _YcDraftSource
{
  GPtrArray *said;              /* of YcFormSource */
  GPtrArray *links;
};

static void
link_free (Link *link)
{
  g_clear_pointer (&link->last, json_node_unref);
  g_free (link);
}

YcDraftSource *
yc_draft_source_new (JsonNode *schema)
{
  YcDraftSource *self = g_new0 (YcDraftSource, 1);

  self->said = yc_form_source_list (schema);
  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  for (guint i = 0; i < self->said->len; i++)
    {
      Link *link = g_new0 (Link, 1);

      link->said = g_ptr_array_index (self->said, i);
      g_ptr_array_add (self->links, link);
    }
  return self;
}

void
yc_draft_source_free (YcDraftSource *self)
{
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->said);
  g_free (self);
}

/* Whether anything is filled in from what the service knows of the person. */
gboolean
yc_draft_source_needs_records (YcDraftSource *self)
{
  for (guint i = 0; i < self->said->len; i++)
    if (yc_form_source_asks_records (g_ptr_array_index (self->said, i)))
      return TRUE;
  return FALSE;
}

/* Filling */

/* The certificate's title, as the service gave it. */
static char *
dup_licence_title (JsonNode   *known,
                   const char *source)
{
  const char *item = source + strlen (YC_FORM_SOURCE_LICENCES);
  JsonObject *titles =
      yc_json_get_object (yc_json_node_get_object (known), "licence_titles");
  g_autofree char *code = g_strndup (item, strcspn (item, "/"));

  return g_strdup (yc_json_get_string (titles, code, C_("source", "Licence store")));
}

/* Where a value came from, for the badge beside the field. */
static char *
dup_label (JsonNode   *known,
           const char *source)
{
  if (g_str_has_prefix (source, YC_FORM_SOURCE_LICENCES))
    return dup_licence_title (known, source);
  if (g_str_has_prefix (source, YC_FORM_SOURCE_EARLIER))
    return g_strdup (C_("source", "Earlier case"));
  if (g_str_has_prefix (source, "/answers/"))
    return g_strdup (C_("source", "Answers"));
  if (g_str_has_prefix (source, "/place"))
    return g_strdup (C_("source", "Place"));
  if (g_str_has_prefix (source, "/agent"))
    return g_strdup (C_("source", "Agent"));
  return g_strdup (C_("source", "Citizen"));
}

/* What nobody typed may be filled in, and changed as long as it is what we filled in. Of rows only
 * the whole list tells whether somebody typed into them. */
static gboolean
is_ours (const Link  *link,
         YcFormField *field)
{
  JsonNode *value = yc_form_field_get_value (field);

  if (yc_form_field_get_edited (field))
    return FALSE;
  if (value == NULL)
    return TRUE;
  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_REPEATING)
    return link->last != NULL && yc_json_equal (value, link->last);
  return yc_form_field_get_source (field) != NULL;
}

static void
put (Link       *link,
     YcForm     *form,
     JsonNode   *value,
     const char *label)
{
  g_clear_pointer (&link->last, json_node_unref);
  link->last = value != NULL ? yc_json_copy (value) : NULL;
  yc_form_autofill (form, link->said->field, value, label, NULL);
}

static gboolean
is_nothing (JsonNode *value)
{
  return yc_json_node_is_null (value) || g_strcmp0 (yc_json_node_get_string (value), "") == 0;
}

/* The first source that has something. */
static void
apply_link (Link     *link,
            YcForm   *form,
            JsonNode *known)
{
  YcFormField *field = yc_form_find_field (form, link->said->field);

  if (field == NULL || !is_ours (link, field))
    return;
  for (guint i = 0; link->said->sources[i] != NULL; i++)
    {
      JsonNode *value = yc_json_pointer_get (known, link->said->sources[i]);
      g_autofree char *label = NULL;

      if (is_nothing (value))
        continue;
      label = dup_label (known, link->said->sources[i]);
      if (!yc_json_equal (value, yc_form_field_get_value (field)))
        put (link, form, value, label);
      return;
    }
}

/**
 * yc_draft_source_apply:
 * @self: the links of a form's schema
 * @form: the form
 * @known: {"applicant","agent","answers","place","licences","licence_titles","earlier"}, all
 *   optional
 */
void
yc_draft_source_apply (YcDraftSource *self,
                       YcForm        *form,
                       JsonNode      *known)
{
  for (guint i = 0; i < self->links->len; i++)
    apply_link (g_ptr_array_index (self->links, i), form, known);
}

/* Takes back what was filled in from what the service knows: it was of another person. */
void
yc_draft_source_forget (YcDraftSource *self,
                        YcForm        *form)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);
      YcFormField *field = yc_form_find_field (form, link->said->field);

      if (yc_form_source_asks_records (link->said) && field != NULL &&
          yc_form_field_get_value (field) != NULL && is_ours (link, field))
        put (link, form, NULL, NULL);
    }
}

/* Sharing */

static Link *
find_shared (YcDraftSource *self,
             const char    *shared)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);

      if (g_str_equal (link->said->shared, shared))
        return link;
    }
  return NULL;
}

/* Whether somebody typed it: only that is carried on, the rest each form finds by itself. */
static gboolean
is_typed (const Link  *link,
          YcFormField *field)
{
  if (yc_form_field_get_source (field) != NULL)
    return FALSE;
  return yc_form_field_get_edited (field) ||
         (yc_form_field_get_value (field) != NULL && !is_ours (link, field));
}

static char *
dup_shared_label (const char *title)
{
  /* Translators: where a value was filled in first: the title of another item of the same visit. */
  return g_strdup_printf (_("From “%s”"), title);
}

/* Where a value was typed it is said who has taken it over. */
static void
tell_taken (YcFormField *field,
            const char  *label,
            YcFormField *taker,
            const char  *taker_title)
{
  if (g_strcmp0 (yc_form_field_get_source (taker), label) == 0)
    yc_form_field_set_shared_with (field, taker_title);
  else if (g_strcmp0 (yc_form_field_get_shared_with (field), taker_title) == 0)
    yc_form_field_set_shared_with (field, NULL);
}

static gboolean
is_to_be_carried (const Link  *link,
                  YcFormField *field,
                  const Link  *other,
                  YcFormField *source,
                  const char  *label)
{
  JsonNode *value = yc_form_field_get_value (source);

  if (!is_typed (other, source) || !is_ours (link, field))
    return FALSE;
  return value == NULL ? g_strcmp0 (yc_form_field_get_source (field), label) == 0
                       : !yc_json_equal (value, yc_form_field_get_value (field));
}

/**
 * yc_draft_source_carry:
 * @self: the links of a form's schema
 * @form: the form
 * @title: the title of its item
 * @from: those of another form of the same visit
 * @from_form: the other form
 * @from_title: the title of its item
 *
 * Copies what was typed into the other form and is asked here too, unless somebody typed here; both
 * fields say so.
 */
void
yc_draft_source_carry (YcDraftSource *self,
                       YcForm        *form,
                       const char    *title,
                       YcDraftSource *from,
                       YcForm        *from_form,
                       const char    *from_title)
{
  g_autofree char *label = dup_shared_label (from_title);
  g_autofree char *back = dup_shared_label (title);

  for (guint i = 0; i < self->links->len; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);
      Link *other = find_shared (from, link->said->shared);
      YcFormField *field = yc_form_find_field (form, link->said->field);
      YcFormField *source =
          other != NULL ? yc_form_find_field (from_form, other->said->field) : NULL;

      if (field == NULL || source == NULL)
        continue;
      if (is_to_be_carried (link, field, other, source, label))
        put (link, form, yc_form_field_get_value (source), label);
      tell_taken (source, label, field, title);
      tell_taken (field, back, source, from_title);
    }
}

/* Keeping */

/* (transfer full): {field: {"source","edited"}} of the fields for which there is something to say */
JsonNode *
yc_draft_source_save (YcDraftSource *self,
                      YcForm        *form)
{
  JsonObject *saved = json_object_new ();

  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = g_ptr_array_index (self->links, i);
      YcFormField *field = yc_form_find_field (form, link->said->field);
      const char *source = field != NULL ? yc_form_field_get_source (field) : NULL;
      gboolean edited = field != NULL && yc_form_field_get_edited (field);
      JsonObject *one;

      if (source == NULL && !edited)
        continue;
      one = json_object_new ();
      if (source != NULL)
        json_object_set_string_member (one, "source", source);
      json_object_set_boolean_member (one, "edited", edited);
      json_object_set_object_member (saved, link->said->field, one);
    }
  return yc_json_object_node (saved);
}

void
yc_draft_source_restore (YcDraftSource *self,
                         YcForm        *form,
                         JsonNode      *saved)
{
  JsonObject *fields = yc_json_node_get_object (saved);

  for (guint i = 0; fields != NULL && i < self->links->len; i++)
    {
      Link *link = g_ptr_array_index (self->links, i);
      JsonObject *one = yc_json_get_object (fields, link->said->field);
      YcFormField *field = yc_form_find_field (form, link->said->field);
      JsonNode *value = field != NULL ? yc_form_field_get_value (field) : NULL;

      if (one == NULL || field == NULL)
        continue;
      g_clear_pointer (&link->last, json_node_unref);
      link->last = value != NULL ? yc_json_copy (value) : NULL;
      yc_form_field_restore_source (field, yc_json_get_string (one, "source", NULL),
                                    yc_json_get_boolean (one, "edited", FALSE));
    }
}
