<?php
// Installs WordPress for a trial, then writes a post of each form as each role; says on stdout what it is and what was made.
$step = $argv[1];
$_SERVER['HTTP_HOST'] = 'localhost';
if ($step === 'install') {
    define('WP_INSTALLING', true);
    for ($n = 0; $n < 150; $n++) {
        try {
            $db = new mysqli('localhost', 'root', '', '', 0, getenv('SGS_SOCKET'));
            break;
        } catch (mysqli_sql_exception $error) {
            usleep(200000);
        }
    }
    $db->query('CREATE DATABASE wp CHARACTER SET utf8mb4');
}
require __DIR__ . '/wp-load.php';
if ($step === 'install') {
    require ABSPATH . 'wp-admin/includes/upgrade.php';
    wp_install('trial', 'trial', 'trial@example.org', true, '', 'trial');
    exit;
}
switch_theme('sgs');
$posts = [];
$rights = [];
foreach (explode(' ', getenv('SGS_ROLES')) as $role) {
    wp_set_current_user(wp_insert_user(['user_login' => $role, 'user_pass' => 'trial', 'role' => $role]));
    // Filters what this user may not write, as it does when a post is saved.
    kses_init();
    foreach (json_decode(file_get_contents(getenv('SGS_FORMS')), true) as $form => $code) {
        $content = "<!-- wp:html -->\n$code\n<!-- /wp:html -->";
        $id = wp_insert_post(wp_slash(['post_title' => $form, 'post_content' => $content, 'post_status' => 'publish']));
        $posts[] = ['role' => $role, 'form' => $form, 'id' => $id];
    }
    $allowed = array_values(array_filter(['sgs.js', 'sgs.css', 'sgs.json', 'column.html'], fn ($name) => wp_check_filetype($name)['ext']));
    $rights[] = ['role' => $role, 'unfiltered' => current_user_can('unfiltered_html'), 'upload' => current_user_can('upload_files'), 'allowed' => $allowed];
}
echo json_encode(['version' => get_bloginfo('version'), 'posts' => $posts, 'rights' => $rights]);
