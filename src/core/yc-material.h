/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A material: a document that an item asks for. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_MATERIAL (yc_material_get_type ())

G_DECLARE_FINAL_TYPE (YcMaterial, yc_material, YC, MATERIAL, GObject)

/**
 * yc_material_new_from_json:
 * @json: an element of an item's "materials"
 * @error: return location for an error
 *
 * Makes an unchanging material. What the getters tell is also a property of the same name.
 *
 * Returns: (transfer full): a material, or %NULL with %YC_CORE_ERROR_CATALOG
 */
YcMaterial *yc_material_new_from_json (JsonObject *json,
                                       GError **error);

/**
 * yc_material_get_id:
 * @self: a material
 *
 * Returns: its id, unique in the item
 */
const char *yc_material_get_id (YcMaterial *self);

/**
 * yc_material_get_title:
 * @self: a material
 *
 * Returns: its name
 */
const char *yc_material_get_title (YcMaterial *self);

/**
 * yc_material_get_original:
 * @self: a material
 *
 * Returns: whether the original must be shown
 */
gboolean yc_material_get_original (YcMaterial *self);

/**
 * yc_material_get_copies:
 * @self: a material
 *
 * Returns: how many copies are kept
 */
guint yc_material_get_copies (YcMaterial *self);

/**
 * yc_material_get_note:
 * @self: a material
 *
 * Returns: a remark for the clerk, "" for none
 */
const char *yc_material_get_note (YcMaterial *self);

/**
 * yc_material_get_condition:
 * @self: a material
 *
 * Returns: the case in words in which alone it is asked for, such as “有租户时提交”; "" for always
 */
const char *yc_material_get_condition (YcMaterial *self);

/**
 * yc_material_get_licence:
 * @self: a material
 *
 * Returns: (nullable): the kind of document in the licence store that stands for it (免证办)
 */
const char *yc_material_get_licence (YcMaterial *self);

/**
 * yc_material_get_result:
 * @self: a material
 *
 * Returns: (nullable): what it is, as items say of what comes out of them; the kind of document in
 *   the licence store where nothing else is said
 */
const char *yc_material_get_result (YcMaterial *self);

/**
 * yc_material_get_variant:
 * @self: a material
 *
 * Returns: (nullable): which variant it is, as chosen by yc_material_choose()
 */
const char *yc_material_get_variant (YcMaterial *self);

/**
 * yc_material_pick:
 * @self: a material as its item describes it
 * @variant: (nullable): the id of a variant
 *
 * Returns: (transfer none): the variant, or the material itself when it has no such variant
 */
YcMaterial *yc_material_pick (YcMaterial *self,
                              const char *variant);

/* Whether a rule holds, over {"facts":{…}}. */
typedef gboolean (*YcMaterialTest) (JsonNode *rule,
                                    gpointer  user_data);

/**
 * yc_material_choose:
 * @self: a material as its item describes it
 * @test: (scope call): whether its rules hold
 * @user_data: for @test
 * @wish: (nullable): what an outcome says of it: a variant's id, %TRUE or %FALSE for whether it is
 *   asked for; %NULL when it says nothing, so that the rules decide
 *
 * Returns: (transfer none) (nullable): the material in the variant that applies, %NULL when it is
 *   not asked for. The same object for the same choice
 */
YcMaterial *yc_material_choose (YcMaterial *self,
                                YcMaterialTest test,
                                gpointer user_data,
                                JsonNode *wish);

/**
 * yc_material_get_optional:
 * @self: a material
 *
 * Returns: whether it is asked for in some cases only, told in words or by a rule
 */
gboolean yc_material_get_optional (YcMaterial *self);

/**
 * yc_material_get_tolerant_days:
 * @self: a material
 *
 * Returns: within how many days it may be brought later (容缺受理), 0 for not at all
 */
guint yc_material_get_tolerant_days (YcMaterial *self);

G_END_DECLS
