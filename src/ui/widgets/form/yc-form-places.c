/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The administrative divisions that a place is chosen from. Who knows them fills them in here and
 * provides them to the widgets below one: the form itself knows no catalog. A place is known by its
 * number, from 0; -1 stands above all of them.
 */
#include "yc-form-places.h"

#include <string.h>

struct _YcFormPlaces
{
  GObject           parent_instance;
  GArray           *places;     /* Place */
  GHashTable       *by_code;    /* code, owned by the place → number + 1 */
  YcFormPlacesLoad  load;
  gpointer          data;
  GDestroyNotify    free_data;
  gboolean          loaded;
};

typedef struct
{
  char *code;
  char *name;
  int   parent;
} Place;

G_DEFINE_FINAL_TYPE (YcFormPlaces, yc_form_places, G_TYPE_OBJECT)

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->code);
  g_free (place->name);
}

static void
ensure_loaded (YcFormPlaces *self)
{
  if (self->loaded)
    return;
  self->loaded = TRUE;
  self->load (self, self->data);
}

static const Place *
get_place (YcFormPlaces *self,
           int           place)
{
  return &g_array_index (self->places, Place, place);
}

static gboolean
is_place (YcFormPlaces *self,
          int           place)
{
  return place >= 0 && place < (int) self->places->len;
}

static void
yc_form_places_finalize (GObject *object)
{
  YcFormPlaces *self = YC_FORM_PLACES (object);

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_hash_table_unref (self->by_code);
  g_array_unref (self->places);
  G_OBJECT_CLASS (yc_form_places_parent_class)->finalize (object);
}

static void
yc_form_places_class_init (YcFormPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_form_places_finalize;
}

static void
yc_form_places_init (YcFormPlaces *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * yc_form_places_new:
 * @load: adds the places, when somebody first asks for one
 * @data: (nullable): for @load
 * @free_data: (nullable): frees @data
 *
 * Returns: (transfer full): places
 */
YcFormPlaces *
yc_form_places_new (YcFormPlacesLoad load,
                    gpointer         data,
                    GDestroyNotify   free_data)
{
  YcFormPlaces *self = g_object_new (YC_TYPE_FORM_PLACES, NULL);

  self->load = load;
  self->data = data;
  self->free_data = free_data;
  return self;
}

/**
 * yc_form_places_forget:
 * @self: the places
 *
 * Forgets all of them: they are loaded anew when somebody asks for one.
 */
void
yc_form_places_forget (YcFormPlaces *self)
{
  g_return_if_fail (YC_IS_FORM_PLACES (self));

  g_hash_table_remove_all (self->by_code);
  g_array_set_size (self->places, 0);
  self->loaded = FALSE;
}

/**
 * yc_form_places_add:
 * @self: the places
 * @parent: the place it is in, -1 for none
 * @code: its code by GB/T 2260 or GB/T 10114
 * @name: its name
 *
 * A code that is there already stays as it is.
 *
 * Returns: its number
 */
int
yc_form_places_add (YcFormPlaces *self,
                    int           parent,
                    const char   *code,
                    const char   *name)
{
  Place place = { NULL, NULL, parent };
  int known;

  g_return_val_if_fail (YC_IS_FORM_PLACES (self), -1);
  g_return_val_if_fail (parent < (int) self->places->len, -1);

  known = yc_form_places_find (self, code);
  if (known >= 0)
    return known;
  place.code = g_strdup (code);
  place.name = g_strdup (name);
  g_array_append_val (self->places, place);
  g_hash_table_insert (self->by_code, place.code, GUINT_TO_POINTER (self->places->len));
  return (int) self->places->len - 1;
}

guint
yc_form_places_get_n_places (YcFormPlaces *self)
{
  ensure_loaded (self);
  return self->places->len;
}

/**
 * yc_form_places_find:
 * @self: the places
 * @code: a code
 *
 * Returns: the place with that code, -1 if there is none
 */
int
yc_form_places_find (YcFormPlaces *self,
                     const char   *code)
{
  ensure_loaded (self);
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_code, code)) - 1;
}

const char *
yc_form_places_get_code (YcFormPlaces *self,
                         int           place)
{
  return is_place (self, place) ? get_place (self, place)->code : NULL;
}

const char *
yc_form_places_get_name (YcFormPlaces *self,
                         int           place)
{
  return is_place (self, place) ? get_place (self, place)->name : NULL;
}

int
yc_form_places_get_parent (YcFormPlaces *self,
                           int           place)
{
  return is_place (self, place) ? get_place (self, place)->parent : -1;
}

/**
 * yc_form_places_list_children:
 * @self: the places
 * @parent: a place, -1 for all that are in none
 * @longest: how long their codes may be, 0 for any
 *
 * Returns: (transfer full) (element-type gint): the places in it
 */
GArray *
yc_form_places_list_children (YcFormPlaces *self,
                              int           parent,
                              guint         longest)
{
  GArray *children = g_array_new (FALSE, FALSE, sizeof (int));

  ensure_loaded (self);
  for (int i = 0; i < (int) self->places->len; i++)
    {
      const Place *place = get_place (self, i);

      if (place->parent == parent && (longest == 0 || strlen (place->code) <= longest))
        g_array_append_val (children, i);
    }
  return children;
}

/**
 * yc_form_places_dup_path:
 * @self: the places
 * @place: a place
 *
 * Returns: (transfer full): the names from the top down to it
 */
char *
yc_form_places_dup_path (YcFormPlaces *self,
                         int           place)
{
  GString *path = g_string_new (NULL);

  for (; is_place (self, place); place = get_place (self, place)->parent)
    {
      if (path->len > 0)
        g_string_prepend_c (path, ' ');
      g_string_prepend (path, get_place (self, place)->name);
    }
  return g_string_free (path, FALSE);
}

static GQuark
places_quark (void)
{
  return g_quark_from_static_string ("yc-form-places");
}

/**
 * yc_form_places_provide:
 * @self: (nullable): the places
 * @widget: a widget
 *
 * Gives the places to the editors in @widget.
 */
void
yc_form_places_provide (YcFormPlaces *self,
                        GtkWidget    *widget)
{
  g_return_if_fail (self == NULL || YC_IS_FORM_PLACES (self));

  g_object_set_qdata_full (G_OBJECT (widget), places_quark (),
                           self == NULL ? NULL : g_object_ref (self), g_object_unref);
}

/**
 * yc_form_places_find_above:
 * @widget: an editor
 *
 * Returns: (transfer none) (nullable): the places that were given to something around it
 */
YcFormPlaces *
yc_form_places_find_above (GtkWidget *widget)
{
  YcFormPlaces *self = NULL;

  for (; widget != NULL && self == NULL; widget = gtk_widget_get_parent (widget))
    self = g_object_get_qdata (G_OBJECT (widget), places_quark ());
  return self;
}

/**
 * yc_form_places_describe:
 * @widget: where the words will stand
 * @field: a field
 *
 * Returns: (transfer full) (nullable): the names of the place whose code the field has; %NULL for
 *   other fields, and for codes that nobody around @widget knows
 */
char *
yc_form_places_describe (GtkWidget   *widget,
                         YcFormField *field)
{
  YcFormPlaces *self = yc_form_places_find_above (widget);
  int place;

  if (self == NULL || g_strcmp0 (yc_form_field_get_format (field), "place-code") != 0)
    return NULL;
  place = yc_form_places_find (self, yc_form_field_get_text (field));
  return place < 0 ? NULL : yc_form_places_dup_path (self, place);
}
