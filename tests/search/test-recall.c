/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up documents and queries: the index finds exactly what a plain look at every text finds, while
 * documents are added, replaced and removed. What a word means is written here a second time, as
 * simply as can be. */
#include "yc-search-index.h"

#include <locale.h>
#include <string.h>

#define N_IDS 160
#define N_ROUNDS 10
#define N_QUERIES 50

static const struct
{
  const char *character;
  const char *traditional;
  const char *readings;
} characters[] = {
  { "阶", "階", "jie" },   { "梯", NULL, "ti" },         { "水", NULL, "shui" },
  { "费", "費", "fei" },   { "证", "證", "zheng" },      { "明", NULL, "ming" },
  { "重", NULL, "zhong chong" }, { "庆", "慶", "qing" }, { "银", "銀", "yin" },
  { "行", NULL, "xing hang" },   { "音", NULL, "yin" },  { "乐", "樂", "le yue" },
  { "长", "長", "chang zhang" }, { "单", "單", "dan shan chan" }, { "户", "戶", "hu" },
  { "籍", NULL, "ji" },    { "绿", "綠", "lv" },         { "女", NULL, "nv" },
  { "房", NULL, "fang" },  { "老", NULL, "lao" },        { "人", NULL, "ren" },
  { "四", NULL, "si" },    { "十", NULL, "shi" },        { "子", NULL, "zi" },
  { "此", NULL, "ci" },    { "蓝", "藍", "lan" },        { "南", NULL, "nan" },
  { "(", "（", NULL },      { ")", "）", NULL },           { "、", NULL, NULL },
  { "a", "Ａ", NULL },     { "W", "w", NULL },           { "i", "I", NULL },
  { "1", "１", NULL },     { "2", NULL, NULL },          { "0", NULL, NULL },
  { "-", NULL, NULL },     { "𠮷", NULL, NULL },         { "*", NULL, NULL },
};

/* Text → folded. */
static GHashTable *known_texts;

/* NULL where there is none. */
typedef struct
{
  char *kind;
  char *title;
  char *tags[3];
  char *code;
  char *body;
} Text;

static void
text_free (Text *text)
{
  g_free (text->title);
  for (guint i = 0; i < G_N_ELEMENTS (text->tags); i++)
    g_free (text->tags[i]);
  g_free (text->code);
  g_free (text->body);
  g_free (text);
}

static char *
make_text (GRand *rand,
           guint  length)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    {
      guint c = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (characters));
      gboolean other = characters[c].traditional != NULL && g_rand_int_range (rand, 0, 6) == 0;

      g_string_append (text, other ? characters[c].traditional : characters[c].character);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_code (GRand *rand)
{
  return g_strdup_printf ("GA-%04d-%d", g_rand_int_range (rand, 0, 9999),
                          g_rand_int_range (rand, 0, 99));
}

static Text *
make_document (GRand *rand)
{
  static const char *const kinds[] = { "item", "entry", "case" };
  Text *text = g_new0 (Text, 1);

  text->kind = (char *) kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
  text->title = make_text (rand, (guint) g_rand_int_range (rand, 1, 9));
  for (int i = 0; i < g_rand_int_range (rand, 0, 3); i++)
    text->tags[i] = make_text (rand, (guint) g_rand_int_range (rand, 1, 5));
  if (g_rand_boolean (rand))
    text->code = make_code (rand);
  text->body = make_text (rand, (guint) g_rand_int_range (rand, 0, 50));
  return text;
}

/* The character or its other form at @p; its number in the table. */
static guint
look_up (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    if (g_str_has_prefix (p, characters[i].character) ||
        (characters[i].traditional != NULL && g_str_has_prefix (p, characters[i].traditional)))
      return i;
  return G_MAXUINT;
}

static char *
fold_anew (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint known = look_up (p);

      if (known != G_MAXUINT)
        g_string_append (folded, characters[known].character);
      else
        g_string_append_unichar (folded, g_utf8_get_char (p));
    }
  return g_utf8_strdown (folded->str, -1);
}

/* The same texts are folded for each query. */
static const char *
fold (const char *text)
{
  char *folded = g_hash_table_lookup (known_texts, text);

  if (folded == NULL)
    {
      folded = fold_anew (text);
      g_hash_table_insert (known_texts, g_strdup (text), folded);
    }
  return folded;
}

static gboolean
has_characters (const char *text,
                const char *word)
{
  const char *folded = text != NULL ? fold (text) : NULL;
  const char *wanted = fold (word);

  return folded != NULL && strstr (folded, wanted) != NULL;
}

static char *
swap_initial (const char    *reading,
              YcSearchFuzzy  fuzzy)
{
  static const struct
  {
    YcSearchFuzzy flag;
    const char   *from;
    const char   *to;
  } swaps[] = {
    { YC_SEARCH_FUZZY_ZH_Z, "zh", "z" }, { YC_SEARCH_FUZZY_ZH_Z, "z", "zh" },
    { YC_SEARCH_FUZZY_CH_C, "ch", "c" }, { YC_SEARCH_FUZZY_CH_C, "c", "ch" },
    { YC_SEARCH_FUZZY_SH_S, "sh", "s" }, { YC_SEARCH_FUZZY_SH_S, "s", "sh" },
    { YC_SEARCH_FUZZY_N_L, "n", "l" },   { YC_SEARCH_FUZZY_N_L, "l", "n" },
    { YC_SEARCH_FUZZY_H_F, "h", "f" },   { YC_SEARCH_FUZZY_H_F, "f", "h" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (swaps); i++)
    if ((fuzzy & swaps[i].flag) && g_str_has_prefix (reading, swaps[i].from))
      return g_strconcat (swaps[i].to, reading + strlen (swaps[i].from), NULL);
  return g_strdup (reading);
}

static char *
swap_final (const char    *reading,
            YcSearchFuzzy  fuzzy)
{
  if (!(fuzzy & YC_SEARCH_FUZZY_NG_N))
    return g_strdup (reading);
  if (g_str_has_suffix (reading, "ng"))
    return g_strndup (reading, strlen (reading) - 1);
  return g_str_has_suffix (reading, "n") ? g_strconcat (reading, "g", NULL) : g_strdup (reading);
}

/* Lines of the dictionary, "银行 yin hang", of words with characters of ours alone. */
static GPtrArray *dictionary;

static gboolean
is_ours (const char *line)
{
  for (const char *p = line; *p != ' '; p = g_utf8_next_char (p))
    if (look_up (p) == G_MAXUINT)
      return FALSE;
  return TRUE;
}

static void
read_dictionary (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (YC_WORDS, &text, NULL, &error);
  g_assert_no_error (error);
  dictionary = g_ptr_array_new_with_free_func (g_free);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && *lines[i] != '\0' && is_ours (lines[i]))
      g_ptr_array_add (dictionary, g_strdup (lines[i]));
  g_assert_cmpuint (dictionary->len, >, 20);
}

/* The readings that a word says that stands in @body over @p; those words alone tell. */
static void
add_readings (GString    *readings,
              const char *body,
              const char *p,
              const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", -1);
  glong length = g_utf8_strlen (parts[0], -1);

  for (glong i = 0; i < length; i++)
    {
      const char *begin = g_utf8_offset_to_pointer (p, -MIN (i, g_utf8_pointer_to_offset (body, p)));

      if (g_utf8_pointer_to_offset (begin, p) == i && g_str_has_prefix (begin, parts[0]))
        g_string_append_printf (readings, "%s ", parts[i + 1]);
    }
}

/* How the character at @p is read: in a body as the words there tell, if any does. */
static char **
list_readings (const char *body,
               const char *p)
{
  guint known = look_up (p);
  g_autoptr (GString) readings = g_string_new (NULL);

  for (guint i = 0; body != NULL && i < dictionary->len; i++)
    add_readings (readings, body, p, dictionary->pdata[i]);
  if (readings->len == 0 && known != G_MAXUINT && characters[known].readings != NULL)
    g_string_assign (readings, characters[known].readings);
  return g_strsplit (g_strchomp (readings->str), " ", -1);
}

static gboolean is_read (const char    *body,
                         const char    *text,
                         const char    *word,
                         YcSearchFuzzy  fuzzy,
                         gboolean       begun);

/* ü is in the table as v and may be typed as u. */
static gboolean
is_same_letter (char read,
                char typed)
{
  return read == typed || (read == 'v' && typed == 'u');
}

/* All syllables there are. */
static const char all_syllables[] =
  "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can "
  "cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai "
  "chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den "
  "deng di dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei "
  "fen feng fiao fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang "
  "gui gun guo ha hai han hang hao he hei hen heng hm hong hou hu hua huai huan huang hui hun "
  "huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei "
  "ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia "
  "lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve m ma mai man mang mao me "
  "mei men meng mi mian miao mie min ming miu mo mou mu n na nai nan nang nao ne nei nen neng "
  "ni nian niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve o ou pa pai pan pang pao "
  "pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong "
  "qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san "
  "sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai "
  "shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti "
  "tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia "
  "xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo "
  "yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe "
  "zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui "
  "zun zuo";
static GStrv syllables;

/* "3f shuifei" → whether a syllable begins the word */
static GHashTable *known_words;

static gboolean
is_prefix (const char *reading,
           const char *word,
           gsize      *n)
{
  for (*n = 0; reading[*n] != '\0' && word[*n] != '\0'; (*n)++)
    if (!is_same_letter (reading[*n], word[*n]))
      return FALSE;
  return TRUE;
}

/* @reading is typed at @word, in full or as far as the word goes, with a vowel. */
static gboolean
is_syllable (const char *reading,
             const char *word)
{
  gsize n;

  return is_prefix (reading, word, &n) && strcspn (reading, "aeiouv") < n;
}

static gboolean
find_syllable (const char    *word,
               YcSearchFuzzy  fuzzy)
{
  for (guint i = 0; syllables[i] != NULL; i++)
    {
      g_autofree char *initial = swap_initial (syllables[i], fuzzy);
      g_autofree char *final = swap_final (syllables[i], fuzzy);
      g_autofree char *both = swap_final (initial, fuzzy);

      if (is_syllable (syllables[i], word) || is_syllable (initial, word) ||
          is_syllable (final, word) || is_syllable (both, word))
        return TRUE;
    }
  return FALSE;
}

/* A syllable begins @word, or one that sounds like it: then its letters are no initials. Asked for the
 * same word again and again. */
static gboolean
begins_with_syllable (const char    *word,
                      YcSearchFuzzy  fuzzy)
{
  g_autofree char *key = g_strdup_printf ("%x %s", fuzzy, word);
  gpointer known = NULL;

  if (!g_hash_table_lookup_extended (known_words, key, NULL, &known))
    {
      known = GINT_TO_POINTER (find_syllable (word, fuzzy));
      g_hash_table_insert (known_words, g_steal_pointer (&key), known);
    }
  return known != NULL;
}

static gboolean
is_typed (const char    *body,
          const char    *reading,
          const char    *rest,
          const char    *word,
          YcSearchFuzzy  fuzzy)
{
  gboolean initials = body == NULL || !begins_with_syllable (word, fuzzy);
  gsize vowel = strcspn (reading, "aeiouv"), n = 0;

  while (reading[n] != '\0' && word[n] != '\0' && is_same_letter (reading[n], word[n]))
    n++;
  if (n == 0)
    return FALSE;
  if (word[n] == '\0' && (initials || n > vowel))
    return TRUE;
  if ((initials || vowel == 0) && is_read (body, rest, word + 1, fuzzy, TRUE))
    return TRUE;
  if (initials && n >= 2 && reading[1] == 'h' && is_read (body, rest, word + 2, fuzzy, TRUE))
    return TRUE;
  return reading[n] == '\0' && (initials || n > vowel) &&
         is_read (body, rest, word + n, fuzzy, TRUE);
}

static gboolean
is_typed_somehow (const char    *body,
                  const char    *reading,
                  const char    *rest,
                  const char    *word,
                  YcSearchFuzzy  fuzzy)
{
  g_autofree char *initial = swap_initial (reading, fuzzy);
  g_autofree char *final = swap_final (reading, fuzzy);
  g_autofree char *both = swap_final (initial, fuzzy);

  return is_typed (body, reading, rest, word, fuzzy) ||
         is_typed (body, initial, rest, word, fuzzy) || is_typed (body, final, rest, word, fuzzy) ||
         is_typed (body, both, rest, word, fuzzy);
}

/* Whether @word is read at the beginning of @text, both folded; @text is in @body, or a short one. */
static gboolean
is_read (const char    *body,
         const char    *text,
         const char    *word,
         YcSearchFuzzy  fuzzy,
         gboolean       begun)
{
  g_auto (GStrv) readings = NULL;
  const char *rest;

  if (*word == '\0')
    return TRUE;
  if (*text == '\0')
    return FALSE;
  rest = g_utf8_next_char (text);
  if (g_utf8_get_char (text) == g_utf8_get_char (word) &&
      is_read (body, rest, g_utf8_next_char (word), fuzzy, TRUE))
    return TRUE;
  if (body == NULL && begun && g_unichar_ispunct (g_utf8_get_char (text)) &&
      is_read (body, rest, word, fuzzy, TRUE))
    return TRUE;
  readings = list_readings (body, text);
  for (guint i = 0; readings[i] != NULL; i++)
    if (is_typed_somehow (body, readings[i], rest, word, fuzzy))
      return TRUE;
  return FALSE;
}

static gboolean
has_pinyin (const char    *text,
            const char    *word,
            YcSearchFuzzy  fuzzy,
            gboolean       in_body)
{
  const char *folded = text != NULL ? fold (text) : "";
  const char *wanted = fold (word);
  glong length;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (wanted, -1, NULL, &length, NULL);

  if (strpbrk (wanted, "abcdefghijklmnopqrstuvwxyz") == NULL || (in_body && length < 3))
    return FALSE;
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (is_read (in_body ? folded : NULL, p, wanted, fuzzy, FALSE))
      return TRUE;
  return FALSE;
}

static char *
leave_out (const char *text,
           const char *characters_out)
{
  g_auto (GStrv) parts = g_strsplit_set (text, characters_out, -1);

  return g_strjoinv ("", parts);
}

/* As it is, or its letters and digits alone. */
static gboolean
has_code (const char *code,
          const char *word)
{
  const char *folded = fold (word);
  g_autofree char *wanted = leave_out (folded, "-*()");
  g_autofree char *plain = leave_out (code != NULL ? code : "", "-");

  return code != NULL &&
         (has_characters (code, word) || has_characters (plain, word) ||
          (g_str_is_ascii (folded) && *wanted != '\0' &&
           (has_characters (plain, wanted) || has_characters (code, wanted))));
}

static gboolean
has_word (const Text    *text,
          const char    *word,
          YcSearchFuzzy  fuzzy)
{
  gboolean found = has_characters (text->title, word) || has_characters (text->body, word) ||
                   has_code (text->code, word) || has_pinyin (text->title, word, fuzzy, FALSE) ||
                   has_pinyin (text->body, word, fuzzy, TRUE);

  for (guint i = 0; !found && i < G_N_ELEMENTS (text->tags); i++)
    found = has_characters (text->tags[i], word) || has_pinyin (text->tags[i], word, fuzzy, FALSE);
  return found;
}

static gboolean
has_words (const Text    *text,
           const char    *query,
           YcSearchFuzzy  fuzzy)
{
  g_auto (GStrv) words = g_strsplit (query, " ", -1);
  gboolean any = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !has_word (text, words[i], fuzzy))
        return FALSE;
      any |= *words[i] != '\0';
    }
  return any;
}

static char *
cut_somewhere (GRand      *rand,
               const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  glong begin = length > 0 ? g_rand_int_range (rand, 0, (gint32) length) : 0;
  glong end = begin + g_rand_int_range (rand, 1, 6);

  return g_utf8_substring (text, begin, MIN (end, length));
}

/* As somebody may type @text: characters, readings, initials, sounds mixed up. */
static char *
type_it (GRand      *rand,
         const char *text)
{
  g_autoptr (GString) typed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint known = look_up (p);
      g_auto (GStrv) readings = NULL;
      const char *reading;
      g_autofree char *heard = NULL;

      if (known == G_MAXUINT || characters[known].readings == NULL ||
          g_rand_int_range (rand, 0, 4) == 0)
        {
          g_string_append_unichar (typed, g_utf8_get_char (p));
          continue;
        }
      readings = g_strsplit (characters[known].readings, " ", -1);
      reading = readings[g_rand_int_range (rand, 0, (gint32) g_strv_length (readings))];
      heard = g_rand_int_range (rand, 0, 3) == 0 ? swap_initial (reading, YC_SEARCH_FUZZY_ALL)
                                                 : swap_final (reading, g_rand_int (rand) & 0x3f);
      if (g_rand_boolean (rand))
        g_string_append_c (typed, heard[0]);
      else
        g_string_append (typed, heard);
    }
  return g_string_free (g_steal_pointer (&typed), FALSE);
}

static char *
make_word (GRand     *rand,
           GPtrArray *documents)
{
  const Text *text = documents->pdata[g_rand_int_range (rand, 0, (gint32) documents->len)];
  const char *from[] = { text->title, text->body, text->tags[0] != NULL ? text->tags[0] : "a",
                         text->code != NULL ? text->code : "GA", text->title };
  const char *source = from[g_rand_int_range (rand, 0, G_N_ELEMENTS (from))];
  g_autofree char *part = cut_somewhere (rand, source);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return make_text (rand, (guint) g_rand_int_range (rand, 1, 4));
    case 1:
    case 2:
      return type_it (rand, part);
    case 3:
      return g_strdup_printf ("%c%c", 'a' + g_rand_int_range (rand, 0, 26),
                              'a' + g_rand_int_range (rand, 0, 26));
    default:
      return g_steal_pointer (&part);
    }
}

static char *
make_query (GRand     *rand,
            GPtrArray *documents)
{
  g_autoptr (GString) query = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, 3); i >= 0; i -= 2)
    {
      g_autofree char *word = make_word (rand, documents);

      g_string_append_printf (query, "%s ", word);
    }
  return g_string_free (g_steal_pointer (&query), FALSE);
}

/* Who wants few gets the first of @hits, which are all. */
static void
assert_first (YcSearchIndex *index,
              const char    *query,
              YcSearchFuzzy  fuzzy,
              GListModel    *hits,
              guint          n)
{
  const YcSearchOptions options = { .best_limit = n, .limit = 1, .fuzzy = fuzzy };
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSearchResult) result = yc_search_index_find (index, query, &options, &error);
  GListModel *first = yc_search_result_get_best (result);

  g_assert_no_error (error);
  g_assert_cmpuint (yc_search_result_get_total (result), ==, g_list_model_get_n_items (hits));
  g_assert_cmpuint (g_list_model_get_n_items (first), ==, MIN (n, g_list_model_get_n_items (hits)));
  for (guint i = 0; i < g_list_model_get_n_items (first); i++)
    {
      g_autoptr (YcHit) hit = g_list_model_get_item (first, i);
      g_autoptr (YcHit) same = g_list_model_get_item (hits, i);

      g_assert_cmpstr (yc_hit_get_id (hit), ==, yc_hit_get_id (same));
      g_assert_cmpfloat (yc_hit_get_score (hit), ==, yc_hit_get_score (same));
    }
}

/* @documents is one at each number, NULL for none. */
static void
assert_found (YcSearchIndex *index,
              GPtrArray     *documents,
              const char    *query,
              YcSearchFuzzy  fuzzy)
{
  const YcSearchOptions options = { .best_limit = G_MAXUINT, .fuzzy = fuzzy };
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSearchResult) result = yc_search_index_find (index, query, &options, &error);
  GListModel *hits = yc_search_result_get_best (result);
  gboolean found[N_IDS] = { FALSE };
  guint total = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (YcHit) hit = g_list_model_get_item (hits, i);

      found[g_ascii_strtoull (yc_hit_get_id (hit), NULL, 10)] = TRUE;
    }
  for (guint i = 0; i < N_IDS; i++)
    {
      const Text *text = documents->pdata[i];
      gboolean has = text != NULL && has_words (text, query, fuzzy);

      if (has != found[i])
        g_error ("“%s” (%x) %s %u: %s | %s | %s | %s", query, fuzzy,
                 has ? "does not find" : "finds", i, text != NULL ? text->title : "(removed)",
                 text != NULL ? text->tags[0] : "", text != NULL ? text->code : "",
                 text != NULL ? text->body : "");
      total += has;
    }
  g_assert_cmpuint (yc_search_result_get_total (result), ==, total);
  assert_first (index, query, fuzzy, hits, 1);
  assert_first (index, query, fuzzy, hits, 4);
}

static YcSearchDocument *
describe (const Text *text,
          const char *id)
{
  YcSearchDocument *document = yc_search_document_new (text->kind, id, text->title);

  yc_search_document_set_body (document, text->body);
  for (guint i = 0; i < G_N_ELEMENTS (text->tags); i++)
    if (text->tags[i] != NULL)
      yc_search_document_add_tag (document, text->tags[i]);
  if (text->code != NULL)
    yc_search_document_add_code (document, text->code);
  yc_search_document_set_personal (document, g_str_equal (text->kind, "case"));
  return document;
}

static void
change_some (GRand         *rand,
             YcSearchIndex *index,
             GPtrArray     *documents,
             guint          n)
{
  g_autoptr (YcSearchBatch) batch = yc_search_batch_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      guint number = (guint) g_rand_int_range (rand, 0, N_IDS);
      g_autofree char *id = g_strdup_printf ("%u", number);
      Text *before = documents->pdata[number];

      if (before != NULL)
        yc_search_batch_remove (batch, before->kind, id);
      g_clear_pointer (&before, text_free);
      documents->pdata[number] = g_rand_int_range (rand, 0, 4) > 0 ? make_document (rand) : NULL;
      if (documents->pdata[number] != NULL)
        yc_search_batch_put (batch, describe (documents->pdata[number], id));
    }
  yc_search_index_apply (index, g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
}

static GPtrArray *
list_present (GPtrArray *documents)
{
  GPtrArray *present = g_ptr_array_new ();

  for (guint i = 0; i < documents->len; i++)
    if (documents->pdata[i] != NULL)
      g_ptr_array_add (present, documents->pdata[i]);
  return present;
}

static void
ask_much (GRand         *rand,
          YcSearchIndex *index,
          GPtrArray     *documents)
{
  g_autoptr (GPtrArray) present = list_present (documents);

  g_assert_cmpuint (yc_search_index_get_n_documents (index), ==, present->len);
  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *query = make_query (rand, present);

      assert_found (index, documents, query,
                    g_rand_boolean (rand) ? 0 : g_rand_int (rand) & YC_SEARCH_FUZZY_ALL);
    }
}

static void
test_recall (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (YcSearchIndex) index = yc_search_index_new (NULL);
  g_autoptr (GError) error = NULL;

  read_dictionary ();
  syllables = g_strsplit (all_syllables, " ", -1);
  known_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_set_size (documents, N_IDS);
  yc_search_index_open (index, &error);
  g_assert_no_error (error);
  change_some (rand, index, documents, 3 * N_IDS);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      ask_much (rand, index, documents);
      change_some (rand, index, documents, (guint) g_rand_int_range (rand, 1, 40));
    }
  for (guint i = 0; i < N_IDS; i++)
    g_clear_pointer ((Text **) &documents->pdata[i], text_free);
  g_clear_pointer (&dictionary, g_ptr_array_unref);
  g_clear_pointer (&syllables, g_strfreev);
  g_clear_pointer (&known_words, g_hash_table_unref);
  g_clear_pointer (&known_texts, g_hash_table_unref);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/recall", test_recall);
  return g_test_run ();
}
