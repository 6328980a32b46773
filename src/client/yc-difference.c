/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two versions of a case, in the words of its form. */
#include "yc-difference-private.h"

#include <glib/gi18n-lib.h>

#include "yc-draft-material.h"
#include "yc-form-words.h"
#include "yc-id-number.h"
#include "yc-json.h"

struct _YcDifference
{
  GObject  parent_instance;
  char    *title;
  char    *ours;
  char    *theirs;
};

/* Two forms being compared. */
typedef struct
{
  GListStore *list;
  YcForm     *ours;
  YcForm     *theirs;
} Pair;

G_DEFINE_FINAL_TYPE (YcDifference, yc_difference, G_TYPE_OBJECT)

static void
yc_difference_finalize (GObject *object)
{
  YcDifference *self = YC_DIFFERENCE (object);

  g_free (self->title);
  g_free (self->ours);
  g_free (self->theirs);

  G_OBJECT_CLASS (yc_difference_parent_class)->finalize (object);
}

static void
yc_difference_class_init (YcDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_difference_finalize;
}

static void
yc_difference_init (YcDifference *self)
{
}

void
yc_difference_add (GListStore *list,
                   const char *title,
                   const char *ours,
                   const char *theirs)
{
  g_autoptr (YcDifference) self = NULL;

  if (g_strcmp0 (ours, theirs) == 0)
    return;
  self = g_object_new (YC_TYPE_DIFFERENCE, NULL);
  self->title = g_strdup (title);
  self->ours = g_strdup (ours);
  self->theirs = g_strdup (theirs);
  g_list_store_append (list, self);
}

/* The applicant */

static char *
read_plain (const char *text)
{
  return g_strdup (text);
}

static const struct
{
  const char *name;
  const char *title;
  char     *(*read) (const char *text);
} parts_of_applicant[] = {
  { "name", N_ ("Name"), read_plain },
  { "id_number", N_ ("ID number"), yc_id_number_mask },
  { "mobile", N_ ("Mobile"), yc_mobile_mask },
  { "address", N_ ("Address"), read_plain },
  { "email", N_ ("E-mail"), read_plain },
};

void
yc_difference_add_people (GListStore *list,
                          JsonObject *ours,
                          JsonObject *theirs)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts_of_applicant); i++)
    {
      const char *here = yc_json_get_string (ours, parts_of_applicant[i].name, "");
      const char *there = yc_json_get_string (theirs, parts_of_applicant[i].name, "");
      g_autofree char *masked_here = parts_of_applicant[i].read (here);
      g_autofree char *masked_there = parts_of_applicant[i].read (there);

      if (g_str_equal (here, there))
        continue;
      /* Two numbers can look alike once they are masked. */
      if (g_str_equal (masked_here, masked_there))
        yc_difference_add (list, _ (parts_of_applicant[i].title), here, there);
      else
        yc_difference_add (list, _ (parts_of_applicant[i].title), *here != '\0' ? masked_here : NULL,
                           *there != '\0' ? masked_there : NULL);
    }
}

/* The materials */

static char *
write_status (YcMaterial       *picked,
              YcMaterial       *material,
              YcMaterialStatus  status)
{
  const char *words = yc_material_status_get_title (status);

  if (picked == material)
    return g_strdup (words);
  return g_strconcat (yc_material_get_title (picked), " · ", words, NULL);
}

/* (transfer full) (nullable): how it was handed in, and in which variant */
static char *
dup_status_words (JsonArray  *materials,
                  YcMaterial *material)
{
  const char *id = yc_material_get_id (material);
  YcMaterialStatus status;

  for (guint i = 0; materials != NULL && i < json_array_get_length (materials); i++)
    {
      JsonObject *one = yc_json_node_get_object (json_array_get_element (materials, i));

      if (g_str_equal (yc_json_get_string (one, "id", ""), id) &&
          yc_material_status_from_string (yc_json_get_string (one, "status", ""), &status))
        return write_status (yc_material_pick (material, yc_json_get_string (one, "variant", NULL)),
                             material, status);
    }
  return NULL;
}

static void
compare_materials (GListStore *list,
                   YcItem     *item,
                   JsonArray  *ours,
                   JsonArray  *theirs)
{
  GListModel *materials = yc_item_get_materials (item);

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (materials, i);
      g_autofree char *here = dup_status_words (ours, material);
      g_autofree char *there = dup_status_words (theirs, material);

      yc_difference_add (list, yc_material_get_title (material), here, there);
    }
}

/* The form */

static char *
read_field (YcFormField *field)
{
  return field != NULL && yc_form_field_get_visible (field) ? yc_form_field_dup_words (field)
                                                            : NULL;
}

static void
compare_cells (Pair        *pair,
               YcFormField *table,
               const char  *pointer,
               guint        row)
{
  GListModel *columns = yc_form_field_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);
      const char *name = strrchr (yc_form_field_get_scope (column), '/');
      g_autofree char *cell = g_strdup_printf ("%s/%u%s", pointer, row, name);
      g_autofree char *title = g_strdup_printf ("%s %u · %s", yc_form_field_get_title (table),
                                                row + 1, yc_form_field_get_title (column));
      g_autofree char *ours = read_field (yc_form_find_field (pair->ours, cell));
      g_autofree char *theirs = read_field (yc_form_find_field (pair->theirs, cell));

      yc_difference_add (pair->list, title, ours, theirs);
    }
}

static guint
count_rows (YcFormField *table)
{
  return table != NULL && yc_form_field_get_visible (table)
             ? g_list_model_get_n_items (yc_form_field_get_rows (table))
             : 0;
}

static void
compare_fields (Pair        *pair,
                YcFormField *ours)
{
  const char *pointer = yc_form_field_get_pointer (ours);
  YcFormField *theirs = yc_form_find_field (pair->theirs, pointer);
  g_autofree char *text_here = NULL;
  g_autofree char *text_there = NULL;

  if (yc_form_field_get_kind (ours) == YC_FORM_FIELD_REPEATING)
    {
      for (guint i = 0; i < MAX (count_rows (ours), count_rows (theirs)); i++)
        compare_cells (pair, ours, pointer, i);
      return;
    }
  text_here = read_field (ours);
  text_there = read_field (theirs);
  yc_difference_add (pair->list, yc_form_field_get_title (ours), text_here, text_there);
}

static void
compare_elements (Pair          *pair,
                  YcFormElement *element)
{
  GListModel *children = yc_form_element_get_children (element);

  if (yc_form_element_get_kind (element) == YC_FORM_ELEMENT_CONTROL)
    {
      if (yc_form_element_get_field (element) != NULL)
        compare_fields (pair, yc_form_element_get_field (element));
      return;
    }
  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      compare_elements (pair, child);
    }
}

static YcForm *
create_form (JsonObject *document,
             JsonNode   *data)
{
  g_autoptr (YcForm) form = NULL;

  if (document == NULL || data == NULL)
    return NULL;
  form = yc_form_new_from_document (document, NULL);
  return form != NULL && yc_form_set_data (form, data, NULL) ? g_steal_pointer (&form) : NULL;
}

static void
compare_forms (GListStore *list,
               JsonObject *document,
               JsonNode   *ours,
               JsonNode   *theirs)
{
  g_autoptr (YcForm) form_here = create_form (document, ours);
  g_autoptr (YcForm) form_there = create_form (document, theirs);
  Pair pair = { list, form_here, form_there };

  if (form_here != NULL && form_there != NULL && yc_form_get_root (form_here) != NULL)
    compare_elements (&pair, yc_form_get_root (form_here));
}

/*
 * (transfer full): a list of YcDifference between two versions of a case of this item, each with
 * the members applicant, materials and form; empty when the catalog no longer has the item.
 */
GListModel *
yc_difference_list (YcCatalog  *catalog,
                    const char *item_code,
                    JsonObject *ours,
                    JsonObject *theirs)
{
  GListStore *list = g_list_store_new (YC_TYPE_DIFFERENCE);
  YcItem *item = yc_catalog_get_item (catalog, item_code);
  const char *form_id = item != NULL ? yc_item_get_form_id (item) : NULL;

  yc_difference_add_people (list, yc_json_get_object (ours, "applicant"),
                            yc_json_get_object (theirs, "applicant"));
  if (item != NULL)
    compare_materials (list, item, yc_json_get_array (ours, "materials"),
                       yc_json_get_array (theirs, "materials"));
  if (form_id != NULL)
    compare_forms (list, yc_catalog_get_form (catalog, form_id),
                   yc_json_get_member (ours, "form"), yc_json_get_member (theirs, "form"));
  return G_LIST_MODEL (list);
}

static const char *
find_part_of_applicant (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts_of_applicant); i++)
    if (g_str_equal (parts_of_applicant[i].name, name))
      return _ (parts_of_applicant[i].title);
  return _ ("Applicant");
}

char *
yc_difference_name (YcItem     *item,
                    YcForm     *form,
                    const char *pointer)
{
  YcFormField *field = NULL;

  if (g_str_has_prefix (pointer, "/applicant/"))
    return g_strdup (find_part_of_applicant (pointer + strlen ("/applicant/")));
  if (g_str_has_prefix (pointer, "/materials"))
    return g_strdup (_ ("Materials"));
  if (form != NULL && g_str_has_prefix (pointer, "/form/"))
    field = yc_form_find_field (form, pointer + strlen ("/form"));
  if (field != NULL)
    return g_strdup (yc_form_field_get_title (field));
  return g_strdup (item != NULL ? yc_item_get_title (item) : pointer);
}

const char *
yc_difference_get_title (YcDifference *self)
{
  g_return_val_if_fail (YC_IS_DIFFERENCE (self), NULL);

  return self->title;
}

const char *
yc_difference_get_ours (YcDifference *self)
{
  g_return_val_if_fail (YC_IS_DIFFERENCE (self), NULL);

  return self->ours;
}

const char *
yc_difference_get_theirs (YcDifference *self)
{
  g_return_val_if_fail (YC_IS_DIFFERENCE (self), NULL);

  return self->theirs;
}
