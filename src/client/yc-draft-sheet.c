/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is filled in for one item: its materials and its form. A sheet whose item the catalog does
 * not have keeps what was saved, word for word, until the item is there again. */
#include "yc-draft-sheet.h"

#include "yc-attachment-list.h"
#include "yc-client-error.h"
#include "yc-draft-material.h"
#include "yc-draft-source.h"
#include "yc-form-words.h"
#include "yc-json.h"

struct _YcDraftSheet
{
  GObject        parent_instance;

  YcCatalog     *catalog;
  char          *item_code;
  char          *title;
  YcItem        *item;
  YcForm        *form;
  /* The form's schema; it outlives what the catalog changes. */
  JsonNode      *schema;
  YcDraftSource *source;
  GListStore    *materials;
  JsonArray     *waived;        /* what a question list does not ask for, as it is sent */
  /* What was loaded while there was no item or no form. */
  JsonNode      *kept_materials;
  JsonNode      *kept_form;
  JsonNode      *kept_sources;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcDraftSheet, yc_draft_sheet, G_TYPE_OBJECT)

static void
edited_cb (YcDraftSheet *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static void
yc_draft_sheet_dispose (GObject *object)
{
  YcDraftSheet *self = YC_DRAFT_SHEET (object);

  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (self->form, self);
  g_clear_object (&self->form);
  g_clear_object (&self->item);
  g_clear_object (&self->materials);
  g_clear_object (&self->catalog);

  G_OBJECT_CLASS (yc_draft_sheet_parent_class)->dispose (object);
}

static void
yc_draft_sheet_finalize (GObject *object)
{
  YcDraftSheet *self = YC_DRAFT_SHEET (object);

  g_free (self->item_code);
  g_free (self->title);
  g_clear_pointer (&self->source, yc_draft_source_free);
  g_clear_pointer (&self->waived, json_array_unref);
  g_clear_pointer (&self->kept_materials, json_node_unref);
  g_clear_pointer (&self->kept_form, json_node_unref);
  g_clear_pointer (&self->schema, json_node_unref);
  g_clear_pointer (&self->kept_sources, json_node_unref);

  G_OBJECT_CLASS (yc_draft_sheet_parent_class)->finalize (object);
}

static void
yc_draft_sheet_class_init (YcDraftSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_draft_sheet_dispose;
  object_class->finalize = yc_draft_sheet_finalize;

  signals[EDITED] = g_signal_new ("edited", YC_TYPE_DRAFT_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
yc_draft_sheet_init (YcDraftSheet *self)
{
  self->materials = g_list_store_new (YC_TYPE_DRAFT_MATERIAL);
  self->waived = json_array_new ();
}

YcDraftSheet *
yc_draft_sheet_new (YcCatalog  *catalog,
                    const char *item_code)
{
  YcDraftSheet *self = g_object_new (YC_TYPE_DRAFT_SHEET, NULL);

  self->catalog = g_object_ref (catalog);
  self->item_code = g_strdup (item_code);
  return self;
}

static guint
get_n_materials (YcDraftSheet *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->materials));
}

/* (transfer none): the list store holds it. */
static YcDraftMaterial *
nth_material (YcDraftSheet *self,
              guint         i)
{
  g_autoptr (YcDraftMaterial) material = NULL;

  material = g_list_model_get_item (G_LIST_MODEL (self->materials), i);
  return material;
}

static YcDraftMaterial *
find_line (YcDraftSheet *self,
           const char   *id)
{
  for (guint i = 0; i < get_n_materials (self); i++)
    if (g_str_equal (yc_draft_material_get_id (nth_material (self, i)), id))
      return nth_material (self, i);
  return NULL;
}

/* (transfer none) (nullable): @material in the variant in which @chosen has it */
static YcMaterial *
find_chosen (GListModel *chosen,
             YcMaterial *material)
{
  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    {
      g_autoptr (YcMaterial) one = g_list_model_get_item (chosen, i);

      if (g_str_equal (yc_material_get_id (one), yc_material_get_id (material)))
        return one;
    }
  return NULL;
}

static void
waive (YcDraftSheet *self,
       YcMaterial   *material,
       const char   *list)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", yc_material_get_id (material));
  json_object_set_string_member (object, "status",
                                 yc_material_status_to_string (YC_MATERIAL_WAIVED));
  json_object_set_string_member (object, "list", list);
  json_array_add_object_element (self->waived, object);
}

/* (transfer none) (nullable): @material as the plan asks for it. What every case needs is only left
 * out when a list says so, which the service is told: it takes no case without it otherwise. */
static YcMaterial *
choose (YcDraftSheet *self,
        YcMaterial   *material,
        YcPlanEntry  *entry)
{
  YcMaterial *chosen =
      entry != NULL ? find_chosen (yc_plan_entry_get_materials (entry), material) : material;
  const char *list = NULL;

  if (chosen != NULL || yc_material_get_optional (material))
    return chosen;
  list = yc_plan_entry_get_waiver (entry, yc_material_get_id (material));
  if (list == NULL)
    return material;
  waive (self, material, list);
  return NULL;
}

/* (transfer full): the line of @material, with what was ticked of it. */
static YcDraftMaterial *
make_line (YcDraftSheet *self,
           YcMaterial   *material)
{
  YcDraftMaterial *before = find_line (self, yc_material_get_id (material));
  YcDraftMaterial *line;

  if (before != NULL && yc_draft_material_get_material (before) == material)
    return g_object_ref (before);
  line = yc_draft_material_new (material);
  if (before != NULL)
    yc_draft_material_set_status (line, yc_draft_material_get_status (before));
  g_signal_connect_object (line, "notify::status", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return line;
}

static gboolean
shows (YcDraftSheet *self,
       GPtrArray    *lines)
{
  if (lines->len != get_n_materials (self))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (lines->pdata[i] != nth_material (self, i))
      return FALSE;
  return TRUE;
}

/**
 * yc_draft_sheet_choose_materials:
 * @self: a sheet
 * @entry: (nullable): the item in a plan; %NULL for the item's standard
 *
 * Lists the materials that the plan asks for, in the variants that apply; what was ticked stays
 * ticked.
 */
void
yc_draft_sheet_choose_materials (YcDraftSheet *self,
                                 YcPlanEntry  *entry)
{
  GListModel *all = self->item != NULL ? yc_item_get_materials (self->item) : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean opening = get_n_materials (self) == 0;

  json_array_unref (self->waived);
  self->waived = json_array_new ();
  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (all, i);
      YcMaterial *one = choose (self, material, entry);

      if (one != NULL)
        g_ptr_array_add (lines, make_line (self, one));
    }
  if (all == NULL || shows (self, lines))
    return;
  g_list_store_splice (self->materials, 0, get_n_materials (self), lines->pdata, lines->len);
  if (!opening)
    edited_cb (self);
}

static gboolean
open_form (YcDraftSheet  *self,
           GError       **error)
{
  const char *form_id = yc_item_get_form_id (self->item);
  JsonObject *form = yc_catalog_get_form (self->catalog, form_id);
  JsonNode *schema = yc_json_get_member (form, "schema");

  if (form_id == NULL)
    return TRUE;
  if (schema == NULL)
    {
      g_set_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND,
                   "The catalog has no form %s", form_id);
      return FALSE;
    }
  self->form = yc_form_new_from_document (form, error);
  if (self->form == NULL)
    return FALSE;
  self->source = yc_draft_source_new (schema);
  g_clear_pointer (&self->schema, json_node_unref);
  self->schema = json_node_ref (schema);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  return TRUE;
}

/**
 * yc_draft_sheet_open:
 * @self: a sheet without an item
 * @error: return location
 *
 * Takes item and form from the catalog, and what was kept for them.
 *
 * Returns: %FALSE with %YC_CLIENT_ERROR_NOT_FOUND or an error of the forms room
 */
gboolean
yc_draft_sheet_open (YcDraftSheet  *self,
                     GError       **error)
{
  YcItem *item = yc_catalog_get_item (self->catalog, self->item_code);
  g_autoptr (JsonNode) materials = NULL;
  g_autoptr (JsonNode) form = NULL;
  g_autoptr (JsonNode) sources = NULL;

  if (item == NULL)
    {
      g_set_error (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_NOT_FOUND, "The catalog has no item %s",
                   self->item_code);
      return FALSE;
    }
  self->item = g_object_ref (item);
  g_free (self->title);
  self->title = g_strdup (yc_item_get_title (item));
  yc_draft_sheet_choose_materials (self, NULL);
  if (!open_form (self, error))
    return FALSE;

  materials = g_steal_pointer (&self->kept_materials);
  form = g_steal_pointer (&self->kept_form);
  sources = g_steal_pointer (&self->kept_sources);
  yc_draft_sheet_load (self, NULL, materials, form);
  yc_draft_sheet_restore_sources (self, sources);
  return TRUE;
}

/* The line, as the variant that was handed in. */
static void
load_line (YcDraftSheet     *self,
           guint             position,
           JsonObject       *given,
           YcMaterialStatus  status)
{
  YcMaterial *material = yc_draft_material_get_material (nth_material (self, position));
  const char *variant = yc_json_get_string (given, "variant", NULL);
  g_autoptr (YcDraftMaterial) line = make_line (self, yc_material_pick (material, variant));
  g_autoptr (GObject) present = g_object_ref (G_OBJECT (nth_material (self, position)));

  if (G_OBJECT (line) != present)
    g_list_store_splice (self->materials, position, 1, (gpointer *) &line, 1);
  yc_draft_material_set_status (line, status);
}

static void
load_material (YcDraftSheet *self,
               JsonObject   *given)
{
  YcDraftMaterial *line = find_line (self, yc_json_get_string (given, "id", ""));
  const char *list = yc_json_get_string (given, "list", "");
  YcMaterialStatus status;
  guint position;

  if (line == NULL || !g_list_store_find (self->materials, line, &position) ||
      !yc_material_status_from_string (yc_json_get_string (given, "status", NULL), &status))
    return;
  if (status != YC_MATERIAL_WAIVED)
    {
      load_line (self, position, given, status);
      return;
    }
  waive (self, yc_draft_material_get_material (line), list);
  g_list_store_remove (self->materials, position);
}

static void
load_materials (YcDraftSheet *self,
                JsonNode     *node)
{
  JsonArray *materials = yc_json_node_get_array (node);

  if (materials == NULL)
    return;
  if (self->item == NULL)
    self->kept_materials = json_node_ref (node);
  yc_draft_sheet_choose_materials (self, NULL);
  for (guint i = 0; i < json_array_get_length (materials); i++)
    load_material (self, yc_json_node_get_object (json_array_get_element (materials, i)));
}

static JsonObject *
write_line (YcDraftMaterial *line)
{
  const char *variant = yc_material_get_variant (yc_draft_material_get_material (line));
  YcMaterialStatus status = yc_draft_material_get_status (line);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", yc_draft_material_get_id (line));
  json_object_set_string_member (object, "status", yc_material_status_to_string (status));
  if (variant != NULL)
    json_object_set_string_member (object, "variant", variant);
  return object;
}

static gboolean
is_empty_object (JsonNode *node)
{
  return JSON_NODE_HOLDS_OBJECT (node) && json_object_get_size (json_node_get_object (node)) == 0;
}

/**
 * yc_draft_sheet_load:
 * @self: a sheet, with or without an item
 * @title: (nullable): the item's title, for a sheet without an item
 * @materials: (nullable): [{"id","status","variant"?,"list"?}]
 * @form: (nullable): the form's data
 */
void
yc_draft_sheet_load (YcDraftSheet *self,
                     const char   *title,
                     JsonNode     *materials,
                     JsonNode     *form)
{
  if (self->title == NULL)
    self->title = g_strdup (title);
  load_materials (self, materials);
  if (form == NULL)
    return;
  if (self->form != NULL)
    yc_form_set_data (self->form, form, NULL);
  else if (!is_empty_object (form))
    self->kept_form = json_node_ref (form);
}

const char *
yc_draft_sheet_get_item_code (YcDraftSheet *self)
{
  return self->item_code;
}

/* The item's title; its code while nothing better is known. */
const char *
yc_draft_sheet_get_title (YcDraftSheet *self)
{
  return self->title != NULL ? self->title : self->item_code;
}

/* (nullable) */
YcItem *
yc_draft_sheet_get_item (YcDraftSheet *self)
{
  return self->item;
}

/* (nullable) */
YcForm *
yc_draft_sheet_get_form (YcDraftSheet *self)
{
  return self->form;
}

/* A list of YcDraftMaterial. */
GListModel *
yc_draft_sheet_get_materials (YcDraftSheet *self)
{
  return G_LIST_MODEL (self->materials);
}

/* Fills what nobody has typed from what is known, as yc_draft_source_apply() wants it. */
void
yc_draft_sheet_fill (YcDraftSheet *self,
                     JsonNode     *known)
{
  if (self->form != NULL)
    yc_draft_source_apply (self->source, self->form, known);
}

/* Whether the form is filled from what the service knows of the person. */
gboolean
yc_draft_sheet_needs_records (YcDraftSheet *self)
{
  return self->form != NULL && yc_draft_source_needs_records (self->source);
}

/* What was filled in from there was another person's. */
void
yc_draft_sheet_forget_records (YcDraftSheet *self)
{
  if (self->form != NULL)
    yc_draft_source_forget (self->source, self->form);
}

/* Copies what was typed into @from and is asked here too, unless somebody typed here. */
void
yc_draft_sheet_carry (YcDraftSheet *self,
                      YcDraftSheet *from)
{
  if (self->form != NULL && from->form != NULL)
    yc_draft_source_carry (self->source, self->form, yc_draft_sheet_get_title (self),
                           from->source, from->form, yc_draft_sheet_get_title (from));
}

/* Where the form's values came from, as yc_draft_sheet_dup_sources() gave it. */
void
yc_draft_sheet_restore_sources (YcDraftSheet *self,
                                JsonNode     *sources)
{
  if (self->form != NULL && sources != NULL)
    yc_draft_source_restore (self->source, self->form, sources);
  else if (self->form == NULL && sources != NULL)
    self->kept_sources = json_node_ref (sources);
}

/* (transfer full): to be saved beside the form's data */
JsonNode *
yc_draft_sheet_dup_sources (YcDraftSheet *self)
{
  if (self->form != NULL)
    return yc_draft_source_save (self->source, self->form);
  if (self->kept_sources != NULL)
    return json_node_ref (self->kept_sources);
  return yc_json_object_node (json_object_new ());
}

/* Lets all errors of the form show. */
void
yc_draft_sheet_check (YcDraftSheet *self)
{
  if (self->form != NULL)
    g_object_unref (yc_form_check (self->form));
}

/* How many materials that are asked for in any case are missing. */
guint
yc_draft_sheet_count_missing (YcDraftSheet *self)
{
  guint n = 0;

  for (guint i = 0; i < get_n_materials (self); i++)
    n += yc_draft_material_get_lacking (nth_material (self, i));
  return n;
}

gboolean
yc_draft_sheet_is_complete (YcDraftSheet *self)
{
  return self->item != NULL && yc_draft_sheet_count_missing (self) == 0 &&
         (self->form == NULL || yc_form_get_is_valid (self->form));
}

/* Whether nothing was filled in yet. */
gboolean
yc_draft_sheet_is_empty (YcDraftSheet *self)
{
  if (self->kept_form != NULL || (self->form != NULL && !yc_form_get_is_empty (self->form)))
    return FALSE;
  for (guint i = 0; i < get_n_materials (self); i++)
    if (yc_draft_material_get_status (nth_material (self, i)) != YC_MATERIAL_MISSING)
      return FALSE;
  return TRUE;
}

/* (transfer full): [{"id","status"}] */
JsonNode *
yc_draft_sheet_dup_materials (YcDraftSheet *self)
{
  JsonArray *materials;

  if (self->kept_materials != NULL)
    return json_node_ref (self->kept_materials);
  materials = json_array_new ();
  for (guint i = 0; i < get_n_materials (self); i++)
    json_array_add_object_element (materials, write_line (nth_material (self, i)));
  for (guint i = 0; i < json_array_get_length (self->waived); i++)
    json_array_add_element (materials, json_node_ref (json_array_get_element (self->waived, i)));
  return yc_json_array_node (materials);
}

/* (transfer full): everything typed, to be saved; {} when there is no form */
JsonNode *
yc_draft_sheet_dup_form (YcDraftSheet *self)
{
  if (self->form != NULL)
    return yc_form_get_data (self->form);
  if (self->kept_form != NULL)
    return json_node_ref (self->kept_form);
  return yc_json_object_node (json_object_new ());
}

static JsonObject *
describe_file (YcAttachmentPlace *place)
{
  JsonObject *file = json_object_new ();
  g_autofree char *pointer = g_strconcat ("/form", place->pointer, NULL);

  json_object_set_string_member (file, "id", yc_attachment_get_id (place->node));
  json_object_set_int_member (file, "size", yc_attachment_get_size (place->node));
  json_object_set_string_member (file, "pointer", pointer);
  return file;
}

/**
 * yc_draft_sheet_list_files:
 * @self: a sheet
 * @submission: (nullable): what is sent of its form
 *
 * Returns: (transfer full): the files that it names, each once, as in #YcCommandData
 */
JsonArray *
yc_draft_sheet_list_files (YcDraftSheet *self,
                           JsonNode     *submission)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) places = NULL;
  JsonArray *files = json_array_new ();

  if (self->schema == NULL || submission == NULL)
    return files;
  places = yc_attachment_list_find (self->schema, submission);
  for (guint i = 0; i < places->len; i++)
    {
      YcAttachmentPlace *place = g_ptr_array_index (places, i);

      if (yc_attachment_is_valid (place->node) &&
          g_hash_table_add (ids, (gpointer) yc_attachment_get_id (place->node)))
        json_array_add_object_element (files, describe_file (place));
    }
  return files;
}

/* (transfer full): what is sent: without what is hidden; {} when there is no form */
JsonNode *
yc_draft_sheet_dup_submission (YcDraftSheet *self)
{
  if (self->form != NULL)
    return yc_form_get_submission (self->form);
  return yc_json_object_node (json_object_new ());
}
