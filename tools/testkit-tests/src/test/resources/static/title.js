export function title() {
    return 'loaded';
}
